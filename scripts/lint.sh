#!/usr/bin/env bash
# The house rules that the compiler and swift-format do not know. Prints each breach as file:line and fails.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

failures=0

report() {
    [[ -z $2 ]] && return
    printf '%s\n%s\n' "$1" "$2" | sed '2,$s/^/    /'
    failures=$((failures + 1))
}

# search PATTERN [--exclude=NAME…] PATH…: lines of Swift, with file and line, that match the extended expression.
search() {
    local pattern=$1
    shift
    grep --recursive --line-number --extended-regexp --include='*.swift' --regexp="$pattern" "$@" || true
}

# refuse REASON PATTERN [--exclude=NAME…] PATH…: no line of code (comments aside) may match.
refuse() {
    local reason=$1
    shift
    report "$reason" "$(search "$@" | grep --invert-match --extended-regexp '^[^:]+:[0-9]+: *//' || true)"
}

# import_only REASON MODULES PATH: the folder imports nothing but the modules (an extended expression).
import_only() {
    local reason=$1 modules=$2 path=$3 found
    found=$(search '(^|[[:space:]])import[[:space:]]' "$path" | grep --invert-match --extended-regexp '^[^:]+:[0-9]+: *//' \
        | grep --invert-match --extended-regexp "import ($modules)( *//.*)?$" || true)
    report "$reason" "$found"
}

everything=(Sources Tests Benchmarks)

# What reaches the terminal.
refuse 'print reaches the terminal unsanitised: use the typed writer.' \
    '(^|[^[:alnum:]_.]|(Swift|Glibc|Foundation)\.)(print|debugPrint|dump|puts|fputs|putchar|f?printf|vf?printf|perror|NSLog) *\(|\((print|debugPrint|dump)\)' \
    Sources
refuse 'Only the typed writers hold standard output and standard error.' \
    'FileHandle\.standard(Output|Error)|STD(OUT|ERR)_FILENO|(^|[^[:alnum:]_.])(stdout|stderr)([^[:alnum:]_]|$)' \
    --exclude=TerminalWriter.swift --exclude=StandardStreams.swift --exclude=TerminalDevice.swift \
    --exclude=NcursesInput.swift --exclude=DemoServer.swift Sources

# What ends the program. Force unwraps and `try!` are swift-format's to find.
refuse 'as! crashes on another type: use as?.' '(^|[^[:alnum:]_])as!' "${everything[@]}"
refuse 'This ends the program with the terminal in disorder.' \
    '(^|[^[:alnum:]_])(fatalError|preconditionFailure)\(' Sources

# In optimised builds a task-local value that is a closure, or holds one, crashed where it was set; the one that is
# there is a plain value.
refuse 'A task-local value crashes what is shipped where it is or holds a closure: pass a parameter.' \
    '@TaskLocal' --exclude=CallWait.swift "${everything[@]}"
refuse 'A task-local value may not be a closure: it crashes what is shipped.' '@TaskLocal.*->' "${everything[@]}"

# What happens and what is to be done is taken case by case: a new one that somebody forgets must not compile.
silent=$(git ls-files 'Sources/*.swift' | while IFS= read -r file; do
    awk -v file="$file" '
        /switch .*\{$/ { match($0, /^ */); subject[RLENGTH] = $0; sub(/.*switch /, "", subject[RLENGTH]) }
        /^ *default:/ {
            match($0, /^ */)
            if (subject[RLENGTH] ~ /^(.*\.)?(effect|event|action|work|question|answer|inquiry|opening|submission|mode|command|kind|cause|overlay|screen|tab|editor|comparison|field\.type|phase|stage|step|subject|movement|purpose|context)\?? \{$/)
                print file ":" FNR ":" $0
        }' "$file"
done)
report 'A silent default passes over what somebody adds: name the cases.' "$silent"

# Who knows whom within the model.
refuse 'A request session knows no screen, no key and no terminal: cues and notices are for whoever shows it.' \
    '(^|[^[:alnum:]_.])(AppState|Overlay|Screen|Toast|Confirmation|Command|Key|KeyMap|TextEditor|FieldEditor|Wizard[A-Z][[:alnum:]]*|TerminalState)([^[:alnum:]_]|$)' \
    Sources/PortalModel/Requests
refuse 'The wizard asks no service: the session does.' \
    'perform\(\.(write|read)\(|\.file\(\.(fetch|upload)' Sources/PortalModel/Features/Wizard
refuse 'Nobody plays a person who types.' '\.input\(\.(key|paste)' \
    Sources/PortalModel/Linear Sources/PortalCommands

# What a person reads names keys by the key table (`c.key(.command)`), which knows the person's own.
words=(--exclude=KeyName.swift --exclude=KeyWord.swift --exclude=KeyReference.swift --exclude=HelpLegend.swift
    --exclude='LegendWords*.swift' --exclude=Phrasing.swift Sources/PortalModel Sources/PortalDomain Sources/PortalViews)
refuse 'A sentence names no key by hand: the key table does, with the keys that the person has.' \
    '"[^"]*(↵|\b(Esc|Enter|Bksp|PgUp|PgDn|Backspace|F[0-9]{1,2}|M-[a-z])\b|[" ;,]\^[A-Z_]\b)' "${words[@]}"
refuse 'A sentence names no key by hand: the key table does, with the keys that the person has.' \
    '"([^"]*[.;:,] )?[A-Za-z?] (tries|opens|puts|shows|asks|does|quits|signs|takes|deletes|adds|copies|goes|sends|lets|in the)\b' \
    "${words[@]}"
refuse 'What is told is a value, and the views have its words: .verbatim is for the words of others.' \
    '\.verbatim\("[^"\\]*[[:alpha:]]' Sources/PortalModel
refuse 'Words of the screen stand in Words, with every language beside each other.' \
    '(paragraph|heading|draw|drawCut|drawTrailing)\("[^"\\]*[[:alpha:]]{3}' Sources/PortalViews/Screens \
    Sources/PortalViews/Overlays Sources/PortalViews/Parts

refuse 'Why something failed is a Reason where this program knows it: detail and words are for those of others.' \
    '(\bdetail: |\.words\()"[^"]*[[:alpha:]]' --exclude=CallAbsence.swift Sources/PortalDomain Sources/PortalModel \
    Sources/PortalServices Sources/PortalStorage Sources/PortalTUI Sources/TerminalBackend
# What these say to a person is a value, with its words in PortalDomain/Reasons or PortalViews/Words. Excepted are lines
# for the log, a form and a web page of the program's own, and what is said before there is a screen.
refuse 'A sentence stands with the words of its language, not where it is told.' \
    '"([A-Z“][^"]*|\\\([^"]*) [^"]*[[:alnum:]”)][.:!]"' --exclude=AnswersFile.swift --exclude=ResultsCache.swift \
    --exclude=GuideForm.swift --exclude=REMSCatalogue.swift --exclude=LoopbackPage.swift \
    --exclude=Launch.swift --exclude=SystemError.swift \
    Sources/PortalServices Sources/PortalStorage Sources/PortalTUI Sources/TerminalBackend Sources/TerminalCanvas
# So do commands. Their help stands with its declaration, and the man pages are in English.
unspoken=$(search '"([A-Z“][^"]*|\\\([^"]*) [^"]*[[:alnum:]”)][.:!]"' --exclude-dir=Words --exclude=ManualSections.swift \
    --exclude=HelpLayout.swift --exclude=PortalCommand.swift Sources/PortalCommands \
    | grep --invert-match --extended-regexp '^[^:]+:[0-9]+: *//|(abstract|discussion|help): |ArgumentHelp\(|valueName: |" Left out: ' \
    || true)
report 'A command says a case of its Words, which has a sentence in each language.' "$unspoken"
# A call names itself in English, and German has a name for each.
unnamed=$(git ls-files 'Sources/Portal*.swift' | grep --invert-match '^Sources/Portal\(Demo\|Views\)/' | xargs grep \
    --only-matching --no-filename --extended-regexp \
    '(operation[:=] *|operation = |(ServiceCall\.(get|post|query)|(Read|Write)Call)\(\s*|action\(|static let \w+ = )"(search|\w+ing)( [^"\\]*)?"' | grep --only-matching '"[^"]*"' \
    | sort --unique | while IFS= read -r name; do
        grep --quiet --fixed-strings "$name:" Sources/PortalViews/Words/German/Operations+German.swift || echo "$name"
    done)
report 'A call has no German name (Operations+German.swift).' "$unnamed"

# What is pure.
clocks='Date(\.init)?\(\)|Date\.now|Date\?? = \.now|Clock(\(\))?\.now'
chance='UUID(\.init)?\(\)|\.random|\.shuffled?\(|SystemRandom'
world='FileManager|ProcessInfo'
pure=(Sources/PortalDomain Sources/PortalModel Sources/TerminalCanvas Sources/PortalViews)
refuse 'The model, the canvas and the views are pure: no clock, no chance, no files.' "$clocks|$chance|$world" "${pure[@]}"
import_only 'The domain knows no other module.' 'FoundationEssentials|Synchronization' Sources/PortalDomain
import_only 'The model knows the domain only.' 'FoundationEssentials|Synchronization|PortalDomain' Sources/PortalModel
import_only 'The canvas knows the model only.' 'PortalModel' Sources/TerminalCanvas
import_only 'The views know the model and the canvas only.' \
    'FoundationEssentials|PortalModel|TerminalCanvas' Sources/PortalViews
importers=$(grep --recursive --files-with-matches --include='*.swift' 'import CNcurses' "${everything[@]}" || true)
if [[ -n $importers && $(wc -l <<< "$importers") -gt 2 ]]; then
    report 'ncurses may be imported in two files only.' "$importers"
fi

refuse 'A test awaits a condition; it does not sleep.' '(Task|Thread)\.sleep|(^|[^[:alnum:]_])(u|nano)sleep\(' Tests

# Open work belongs into an issue, comments included.
report 'Open work belongs into an issue.' "$(search 'TODO|FIXME' "${everything[@]}")"

# Where the compiler is told to trust us, a comment beside it says why it may.
unexplained=$(find "${everything[@]}" -name '*.swift' -print0 | xargs -0 awk '
    FNR == 1 { before = "" }
    /@unchecked Sendable|nonisolated\(unsafe\)|unsafeBitCast/ && $0 !~ /\/\// && before !~ /\/\// {
        print FILENAME ":" FNR ": " $0
    }
    { before = $0 }')
report 'Say in a comment why this is safe.' "$unexplained"

long=$(find "${everything[@]}" -name '*.swift' -print0 | xargs -0 wc -l \
    | awk '$2 != "total" && $1 > 300 { print $2 ": " $1 " lines" }')
report 'A file of more than 300 lines holds more than one idea.' "$long"

# What is written about the sources, held against them.
for check in check-architecture.py check-checklists.py doc-comments.py; do
    scripts/$check || failures=$((failures + 1))
done

exit $((failures > 0))
