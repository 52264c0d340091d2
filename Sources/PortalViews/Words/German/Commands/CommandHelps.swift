extension GermanCommands {
    /// What the commands of the lists, the overlays and the sign-in do.
    static let helps: [String: String] = [
        "Write the request to a file, as Markdown, text, JSON or PDF.":
            "Den Antrag in eine Datei schreiben, als Markdown, Text, JSON oder PDF.",
        "Read it in your $PAGER.": "Im eigenen $PAGER lesen.",
        "Load answers from a file; nothing is replaced unasked.":
            "Antworten aus einer Datei laden; nichts wird ungefragt ersetzt.",
        "Save the answers to a file, for other requests.": "Die Antworten für andere Anträge in einer Datei speichern.",
        "Do it.": "Ausführen.",
        "Show the datasets as a table, a line each, or in two lines.":
            "Die Datensätze als Tabelle zeigen, je eine Zeile, oder in zwei Zeilen.",
        "Choose the columns of the table, their order and their widths.":
            "Die Spalten der Tabelle wählen, ihre Folge und ihre Breiten.",
        "Make the column wider.": "Die Spalte breiter machen.",
        "Make the column narrower.": "Die Spalte schmaler machen.",
        "Move the column to the left.": "Die Spalte nach links rücken.",
        "Move the column to the right.": "Die Spalte nach rechts rücken.",
        "Show two to five marked datasets, or those of the basket, beside each other.":
            "Zwei bis fünf markierte Datensätze, oder die des Korbs, nebeneinander zeigen.",
        "To the datasets at the right.": "Zu den Datensätzen rechts.",
        "To the datasets at the left.": "Zu den Datensätzen links.",
        "Only what differs, or everything.": "Nur, was verschieden ist, oder alles.",
        "Write the comparison into a file, as Markdown or CSV.":
            "Den Vergleich in eine Datei schreiben, als Markdown oder CSV.",
        "Write the marked datasets, or all that are listed, into a file: a table, citations, or their files.":
            "Die markierten Datensätze, sonst alle der Liste, in eine Datei schreiben: Tabelle, Zitate oder Dateien.",
        "Write the name out as far as it is clear.": "Den Namen ergänzen, soweit er eindeutig ist.",
        "Close this.": "Schließen.",
        "One down.": "Eins nach unten.",
        "One up.": "Eins nach oben.",
        "Tick or untick the value.": "Den Wert ankreuzen oder abwählen.",
        "Tick or untick the value; the space bar types a blank.":
            "Den Wert ankreuzen oder abwählen; die Leertaste schreibt ein Leerzeichen.",
        "Go back to the results, or type the condition.": "Zurück zu den Ergebnissen, oder die Bedingung eingeben.",
        "Narrow by this condition.": "Mit dieser Bedingung einschränken.",
        "Next operator: = ≥ ≤ > < not.": "Nächster Operator: = ≥ ≤ > < nicht.",
        "Go to the next facet.": "Zum nächsten Filter.",
        "Go to the facet before.": "Zum vorigen Filter.",
        "Remove all facets.": "Alle Filter entfernen.",
        "Take back the last change of the facets or the search.":
            "Die letzte Änderung an Filtern oder Suche zurücknehmen.",
        "Back to the results.": "Zurück zu den Ergebnissen.",
        "Show all values again.": "Wieder alle Werte zeigen.",
        "Accept the licence, or take it back.": "Die Lizenz annehmen, oder das zurücknehmen.",
        "Read the licence in full.": "Die ganze Lizenz lesen.",
        "Back to the list.": "Zurück zur Liste.",
        "Read the next licence.": "Die nächste Lizenz lesen.",
        "Read the licence before.": "Die vorige Lizenz lesen.",
        "Accept all licences.": "Alle Lizenzen annehmen.",
        "Show the terms in the next language that the portal has them in.":
            "Die Bedingungen in der nächsten Sprache zeigen, in der das Portal sie hat.",
        "Copy the address, or the terms.": "Die Adresse kopieren, oder die Bedingungen.",
        "Fetch the file with the terms into your download folder.":
            "Die Datei mit den Bedingungen in den Download-Ordner holen.",
        "Fetch the file with the terms again.": "Die Datei mit den Bedingungen noch einmal abrufen.",
        "Show who takes part, invite somebody, or remove a member.":
            "Zeigen, wer teilnimmt; jemanden einladen oder ein Mitglied herausnehmen.",
        "Show who takes part in this request, invite somebody, or remove a member.":
            "Zeigen, wer an diesem Antrag teilnimmt; jemanden einladen oder ein Mitglied herausnehmen.",
        "Invite somebody by name and e-mail address.": "Jemanden mit Name und E-Mail-Adresse einladen.",
        "Remove the member, or take the invitation back; asks first.":
            "Das Mitglied herausnehmen oder die Einladung zurücknehmen; fragt vorher.",
        "Ask the portal again.": "Das Portal noch einmal fragen.",
        "Ask for the visas again.": "Noch einmal nach den Visa fragen.",
        "Get the data: where they lie, the files, and what of them is here.":
            "Die Daten holen: wo sie liegen, die Dateien, und was davon hier ist.",
        "Fetch the file under the cursor.": "Die Datei unter dem Cursor holen.",
        "Fetch all files that are not here.": "Alle Dateien holen, die nicht hier sind.",
        "Stop fetching; what came stays.": "Das Holen abbrechen; was kam, bleibt.",
        "Hold what is here against its checksums, without the network.":
            "Prüfen, was hier ist, an seinen Prüfsummen, ohne Netz.",
        "Write the plain text too, or leave what is fetched encrypted.":
            "Auch den Klartext schreiben, oder Geholtes verschlüsselt lassen.",
        "Fetch into another folder.": "In einen anderen Ordner holen.",
        "Make a key of Crypt4GH, for which data is encrypted.":
            "Einen Schlüssel (Crypt4GH) machen, für den Daten verschlüsselt werden.",
        "Send your sign-in to the archive that the catalogue names. Asks first.":
            "Die Anmeldung an das Archiv schicken, das der Katalog nennt. Fragt vorher.",
        "Copy what is typed in a shell for what has the cursor.":
            "Kopieren, was für das unter dem Cursor in einer Shell einzugeben ist.",
        "The next dataset of the request.": "Der nächste Datensatz des Antrags.",
        "Look again where the data lie.": "Noch einmal nachsehen, wo die Daten liegen.",
        "Close this; a fetch goes on.": "Schließen; das Holen geht weiter.",
        "Take this folder.": "Diesen Ordner nehmen.",
        "Leave the folder as it was.": "Den Ordner lassen, wie er war.",
        "Show the visas that archives ask for, and their signatures.":
            "Die Visa zeigen, nach denen Archive fragen, und ihre Unterschriften.",
        "On to the address, then send the invitation.": "Weiter zur Adresse, dann die Einladung senden.",
        "The other field.": "Das andere Feld.",
        "Invite nobody now; what is typed stays.": "Jetzt niemanden einladen; das Geschriebene bleibt.",
        "Leave it as it is.": "Alles lassen, wie es ist.",
        "Take over what is offered for this field; again for the next offer.":
            "Übernehmen, was für dieses Feld angeboten wird; noch einmal für das nächste Angebot.",
        "Take over what is offered for the empty fields of this form.":
            "Übernehmen, was für die leeren Felder dieses Formulars angeboten wird.",
        "Take out again what was taken over last.": "Das zuletzt Übernommene wieder herausnehmen.",
        "Go to the next line.": "Zur nächsten Zeile.",
        "Go to the line before.": "Zur vorigen Zeile.",
        "Go to the next line; after the last one keep it all.": "Zur nächsten Zeile; nach der letzten alles speichern.",
        "Keep it on this machine.": "Auf diesem Rechner speichern.",
        "Leave; what is written is kept.": "Verlassen; das Geschriebene bleibt gespeichert.",
        "Write down what forms ask of you; it is offered then.":
            "Aufschreiben, wonach Formulare fragen; dort wird es dann angeboten.",
        "Change over to another portal, set one up, change or remove it.":
            "Zu einem anderen Portal wechseln, eines einrichten, ändern oder entfernen.",
        "Change over to this portal.": "Zu diesem Portal wechseln.",
        "Set up a portal.": "Ein Portal einrichten.",
        "Change this portal.": "Dieses Portal ändern.",
        "Ask its services how they are.": "Seine Dienste nach ihrem Zustand fragen.",
        "Open this portal when nothing else is said.": "Dieses Portal öffnen, wenn nichts anderes verlangt wird.",
        "Remove this portal, after a question.": "Dieses Portal nach einer Rückfrage entfernen.",
        "Go to the next line; on the last one try it, and keep it when it answers.":
            "Zur nächsten Zeile; in der letzten prüfen und speichern, wenn es antwortet.",
        "Choose what the service speaks.": "Wählen, was der Dienst spricht.",
        "The next of the choices.": "Die nächste Möglichkeit.",
        "The choice before.": "Die vorige Möglichkeit.",
        "Ask the services how they are; again to keep the portal when all is well.":
            "Die Dienste fragen; noch einmal, um das Portal zu speichern, wenn alles stimmt.",
        "Keep it although it was not tried or did not answer.":
            "Speichern, obwohl es nicht geprüft ist oder nicht geantwortet hat.",
        "Leave without keeping it.": "Verlassen, ohne zu speichern.",
        "Open the request; go on with it when it is a draft.": "Den Antrag öffnen; einen Entwurf weiter bearbeiten.",
        "Go on with the draft, or with the returned request.":
            "Den Entwurf oder den zurückgegebenen Antrag weiter bearbeiten.",
        "Ask for access to what is in the basket.": "Zugang zu dem beantragen, was im Korb liegt.",
        "Make a new request for the same datasets, with these answers.":
            "Einen neuen Antrag zu denselben Datensätzen anlegen, mit diesen Antworten.",
        "Delete the draft.": "Den Entwurf löschen.",
        "Find among the requests.": "Unter den Anträgen suchen.",
        "Next order.": "Nächste Reihenfolge.",
        "Show the requests of one state only.": "Nur Anträge mit einem Stand zeigen.",
        "Show what you have access to, and until when.": "Zeigen, wozu Zugang besteht und bis wann.",
        "Mark all that is new as read.": "Alles Neue als gelesen markieren.",
        "Go to the list.": "Zur Liste.",
        "Show all again.": "Wieder alle zeigen.",
        "Close the request: the committee goes no further with it.":
            "Den Antrag schließen: das Komitee arbeitet nicht weiter daran.",
        "Ask for other datasets, out of those of the request and of the basket.":
            "Andere Datensätze beantragen, aus denen des Antrags und des Korbs.",
        "Fetch an attached file, or read it here.": "Eine angehängte Datei abrufen, oder hier lesen.",
        "Copy the address at which the portal's REMS shows the request.":
            "Die Adresse kopieren, unter der das REMS des Portals den Antrag zeigt.",
        "Copy the identifier.": "Die Kennung kopieren.",
        "Open the request that it came from.": "Den Antrag öffnen, aus dem er stammt.",
        "Ask for it again with the answers of its request; what changes is shown.":
            "Mit den Antworten des Antrags noch einmal beantragen; was sich ändert, wird gezeigt.",
        "Ask for the access again with these answers; what changes is shown.":
            "Den Zugang mit diesen Antworten noch einmal beantragen; was sich ändert, wird gezeigt.",
        "Copy the whole list as comma-separated values.": "Die ganze Liste als CSV kopieren.",
        "Copy the dataset's identifier.": "Die Kennung des Datensatzes kopieren.",
        "Back to the requests.": "Zurück zu den Anträgen.",
        "Tick or untick.": "Ankreuzen oder abwählen.",
        "Fetch the file and read it here.": "Die Datei abrufen und hier lesen.",
        "Open the dataset.": "Den Datensatz öffnen.",
        "Mark the dataset; marked ones go into the basket together.":
            "Den Datensatz markieren; markierte kommen zusammen in den Korb.",
        "Mark from the last marked dataset to the cursor.":
            "Vom zuletzt markierten Datensatz bis zum Cursor markieren.",
        "Put the dataset, or all marked ones, into the basket; takes it out when it is in.":
            "Den Datensatz oder alle markierten in den Korb legen; was darin liegt, herausnehmen.",
        "Narrow the results by facets.": "Die Ergebnisse mit Filtern einschränken.",
        "Choose the order.": "Die Reihenfolge wählen.",
        "Search as you type.": "Beim Tippen suchen.",
        "Ask for access to this dataset now.": "Jetzt Zugang zu diesem Datensatz beantragen.",
        "Match all of the words, or any of them. Facets have no part in it.":
            "Alle Wörter müssen passen, oder eines genügt. Filter sind davon nicht betroffen.",
        "Ask the Beacon network too: its facets need it (slower, and only for people who signed in).":
            "Auch das Beacon-Netz fragen: seine Filter brauchen es (langsamer, und nur nach Anmeldung).",
        "Take the facet off that was added last.": "Den zuletzt gesetzten Filter wegnehmen.",
        "Search for the line and go to the results.": "Nach der Zeile suchen und zu den Ergebnissen.",
        "Complete the word at the cursor: a filter's name, or its value.":
            "Das Wort am Cursor ergänzen: den Namen eines Filters oder seinen Wert.",
        "What the word may become before that.": "Was davor aus dem Wort werden kann.",
        "Go to the search before this one, or up in what is offered.":
            "Zur Suche vor dieser, oder aufwärts in dem, was angeboten wird.",
        "Go to the results, to the search after this one, or down in what is offered.":
            "Zu den Ergebnissen, zur Suche nach dieser, oder abwärts in dem, was angeboten wird.",
        "Choose one of the earlier searches.": "Eine der früheren Suchen wählen.",
        "Copy the search as one line, for portal search and for others.":
            "Die Suche als eine Zeile kopieren, für portal search und für andere.",
        "Save the search that is shown under a name, to be told what is new of it.":
            "Die Suche, die hier steht, unter einem Namen speichern, um zu erfahren, was neu ist.",
        "Show the saved searches and what is new of them.":
            "Die gespeicherten Suchen zeigen, und was davon neu ist.",
        "Search for it in the list of datasets.": "In der Liste der Datensätze danach suchen.",
        "Count its news as seen.": "Ihr Neues als gesehen zählen.",
        "Ask the portal what is new of all of them.": "Das Portal fragen, was von allen neu ist.",
        "Ask the portal what is new of all saved searches.":
            "Das Portal fragen, was es in allen gespeicherten Suchen Neues gibt.",
        "Give it another name.": "Ihr einen anderen Namen geben.",
        "Delete it, with what was seen of it; it can be taken back.":
            "Sie löschen, mit allem, was davon gesehen war; das lässt sich zurücknehmen.",
        "Put back the search that was deleted last.": "Die zuletzt gelöschte Suche zurückholen.",
        "Save it under this name.": "Sie unter diesem Namen speichern.",
        "Leave without saving.": "Gehen, ohne zu speichern.",
        "Show what is new: saved searches, requests, access that ends soon, drafts.":
            "Zeigen, was neu ist: gespeicherte Suchen, Anträge, Zugänge vor ihrem Ende, Entwürfe.",
        "Go to it.": "Dorthin gehen.",
        "Keep the catalogue on this machine, and search it without a network.":
            "Den Katalog auf diesem Rechner aufheben und ohne Netz durchsuchen.",
        "Take the datasets from this machine, or from the portal again.":
            "Die Datensätze von diesem Rechner nehmen oder wieder vom Portal.",
        "Fill it from the portal, or bring it up to date.": "Ihn aus dem Portal füllen oder auf den Stand bringen.",
        "Ask the portals of a group alone, or all of them again.":
            "Nur die Portale einer Gruppe fragen, oder wieder alle.",
        "Fill it, and read full records too, as many as you choose: of the basket first, then of the newest.":
            "Füllen, und so viele ganze Beschreibungen mit lesen, wie gewählt: erst die des Korbs, dann die neuesten.",
        "Stop writing; no file is kept.": "Mit dem Schreiben aufhören; keine Datei wird behalten.",
        "Close this; the writing goes on.": "Dies schließen; es wird weiter geschrieben.",
        "Stop filling it; what was read stays.": "Mit dem Füllen aufhören; was gelesen ist, bleibt.",
        "Close this; a filling goes on.": "Das hier schließen; ein Füllen geht weiter.",
        "Search all portals that are set up at once.": "In allen eingerichteten Portalen zugleich suchen.",
        "Search the whole catalogue for these words.": "Den ganzen Katalog nach diesen Wörtern durchsuchen.",
        "Find in all parts of the dataset's page: fields, files, contacts, the data dictionary.":
            "In allen Teilen der Seite finden: Felder, Dateien, Kontakte, Variablen.",
        "Look up how often a variant occurs in populations.":
            "Nachsehen, wie häufig eine Variante in Populationen vorkommt.",
        "Ask how often the variant occurs.": "Fragen, wie häufig die Variante vorkommt.",
        "Type another variant.": "Eine andere Variante eingeben.",
        "Open the dataset of the population, where access is asked for.":
            "Den Datensatz der Population öffnen, wo Zugang beantragt wird.",
        "Order the populations by the next column.": "Die Populationen nach der nächsten Spalte ordnen.",
        "Ask the same in the other reference genome.": "Dasselbe im anderen Referenzgenom fragen.",
        "Ask of everybody, of women or of men.": "Nach allen, nach Frauen oder nach Männern fragen.",
        "Copy the table as comma-separated values.": "Die Tabelle als kommagetrennte Werte kopieren.",
        "Ask the network again.": "Das Netz noch einmal fragen.",
        "Search all portals.": "In allen Portalen suchen.",
        "One level up.": "Eine Ebene höher.",
        "To what was found, or down in what is offered.":
            "Zu dem, was gefunden wurde, oder nach unten in dem, was angeboten wird.",
        "To what was found.": "Zu dem, was gefunden wurde.",
        "Read the dataset's page.": "Die Seite des Datensatzes lesen.",
        "Change the search.": "Die Suche ändern.",
        "Go on with the dataset at its portal, where access is asked for.":
            "Mit dem Datensatz bei seinem Portal weitermachen, wo der Zugang beantragt wird.",
        "Ask each portal for more datasets.": "Jedes Portal nach weiteren Datensätzen fragen.",
        "Ask all portals again.": "Alle Portale noch einmal fragen.",
        "Ask the dataset's portal again.": "Das Portal des Datensatzes noch einmal fragen.",
        "Show the next part of the page.": "Den nächsten Teil der Seite zeigen.",
        "Show the dataset as the next portal has it.": "Den Datensatz zeigen, wie ihn das nächste Portal hat.",
    ]
}
