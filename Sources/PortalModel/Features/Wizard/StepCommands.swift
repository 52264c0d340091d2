extension KeyContext {
    /// The first page: what is asked for, and how the request comes to the service.
    public static let wizardDatasets = KeyContext("wizardDatasets", "Request wizard: datasets", moves: .list)
    /// The page of the terms.
    public static let wizardLicences = KeyContext("wizardLicences", "Request wizard: licences", moves: .text)
    /// The page on which everything is read through.
    public static let wizardReview = KeyContext("wizardReview", "Request wizard: review", moves: .list)
    /// The page after submitting.
    public static let wizardResult = KeyContext("wizardResult", "Request wizard: after sending", moves: .list)
    /// The page on which answers that differ are chosen between.
    public static let wizardComparison = KeyContext(
        "wizardComparison", "Request wizard: answers that differ", moves: .list)
}

/// The commands of the wizard's steps, and of its fields as far as they are common to all.
extension WizardPane {
    static let commands: [CommandSpec] =
        fieldCommands + comparisonCommands + stepCommands + offerCommands + moveCommands

    private static let stepCommands: [CommandSpec] = [
        // What each step is about comes first, since the footer keeps this order.
        .inWizard(
            [.enter], .open, in: [.wizardDatasets], "go on", "Go on.", importance: 9, when: { $0.canOpenFirst },
            run: { $0.openFirst(&$1) }),
        .inWizard(
            [.character("s"), .function(10)], .submitRequest, in: [.wizardReview], "submit", "Send the request.",
            importance: 9, isDestructive: true, when: { $0.canSubmit }, run: { $0.askToSubmit(&$1) }),
        .inWizard(
            [.enter], .jumpToField, in: [.wizardReview], "change", "Go to this answer.", importance: 8,
            when: { $0.isIn(.review) }, run: { $0.jump(&$1) }),
        .inWizard(
            [.character("p")], .sayPurpose, in: [.wizardReview], "purpose",
            "Say what the data are wanted for: what they may be used for is held against it.", importance: 3,
            when: { $0.namesDataUse ? .available : .hidden }, run: { $1.asksPurpose = true }),
        .inWizard(
            [.character("r")], .retry, in: [.wizardDatasets, .wizardReview], "try again",
            "Try again what failed, or ask the portal what it has.", importance: 8, when: { $0.canRetry },
            run: { $0.retry(&$1) }),
        .inWizard(
            [.tab], .nextField, in: wizardFields, "next field", "Go to the next field.", importance: 9,
            when: { $0.isInForm }, run: { $0.nextField(&$1) }),
        .inWizard(
            [.enter], .nextField, in: [.wizardText], "next field", "Go to the next field.", when: { $0.isInForm },
            run: { $0.nextField(&$1) }),
        .inWizard(
            [.backTab], .previousField, in: wizardFields, "field before", "Go to the field before.",
            when: { $0.isInForm }, run: { $0.previousField(&$1) }),
        .inWizard(
            [.up], .previousField, in: [.wizardText], "field before", "Go to the field before.", when: { $0.isInForm },
            run: { $0.previousField(&$1) }),
        .inWizard(
            [.down], .nextField, in: [.wizardText], "next field", "Go to the next field.", when: { $0.isInForm },
            run: { $0.nextField(&$1) }),
        .editing(
            ChoiceEditor.self, [.character(" "), .enter], .toggleChoice, in: [.wizardChoice], "choose",
            "Choose or unchoose.", importance: 8, run: { $0.toggle($1, &$2, &$3) }),
        .inWizard(
            [.control("o"), .function(4)], .editInEditor, in: [.wizardText, .wizardMultiline, .wizardTable],
            "editor",
            "Write the text in your $EDITOR.", importance: 4, when: { $0.canUseEditor }, run: { $0.editInEditor(&$1) }),
        .inWizard(
            [.control("n"), .pageDown], .nextStep, in: [.wizardText, .wizardChoice], "next step",
            "Go to the next step.", importance: 4, when: { $0.hasStep(after: 1) }, run: { $0.goToStep(after: 1, &$1) }),
        .inWizard(
            [.control("p"), .pageUp], .previousStep, in: [.wizardText, .wizardChoice], "step before",
            "Go to the step before.", when: { $0.hasStep(after: -1) }, run: { $0.goToStep(after: -1, &$1) }),
        .inWizard(
            [.control("n")], .nextStep, in: wizardPaged, "next step", "Go to the next step.",
            when: { $0.hasStep(after: 1) }, run: { $0.goToStep(after: 1, &$1) }),
        .inWizard(
            [.control("p")], .previousStep, in: wizardPaged, "step before", "Go to the step before.",
            when: { $0.hasStep(after: -1) }, run: { $0.goToStep(after: -1, &$1) }),
        .inWizard(
            [.control("n"), .tab, .right], .nextStep, in: [.wizardDatasets], "next step", "Go to the next step.",
            when: { $0.hasStep(after: 1) }, run: { $0.goToStep(after: 1, &$1) }),
        .inWizard(
            [.control("n"), .tab, .right], .nextStep, in: [.wizardLicences, .wizardReview], "next step",
            "Go to the next step.", importance: 8, when: { $0.hasStep(after: 1) }, run: { $0.goToStep(after: 1, &$1) }),
        .inWizard(
            [.control("p"), .backTab, .left], .previousStep, in: [.wizardDatasets, .wizardLicences, .wizardReview],
            "step before", "Go to the step before.", when: { $0.hasStep(after: -1) },
            run: { $0.goToStep(after: -1, &$1) }),
        .inWizard(
            [.function(8), .control("t")], .nextMissing, in: wizardSteps, "next missing",
            "Go to the next thing that is missing.", importance: 6, when: { $0.hasMissing },
            run: { $0.nextMissing(&$1) }),
        .inWizard(
            [.function(9), .control("r")], .showReview, in: wizardSteps, "review", "Review every answer.",
            importance: 7, when: { $0.canReview }, run: { $0.go(to: .review, &$1) }),
        .inWizard(
            [.control("s")], .saveNow, in: wizardSteps, "save", "Save at the portal now; here it is saved anyway.",
            when: { $0.canSave }, run: { $0.saveNow(&$1) }),
        .inWizard(
            [.escape], .leaveWizard, in: wizardSteps, "leave, kept", "Leave; everything is kept.", importance: 5,
            run: { $0.goBack(&$1) }),
        .inWizard(
            [.enter], .leaveWizard, in: [.wizardResult], "to the requests", "Go to the list of requests.",
            importance: 9, run: { $0.goBack(&$1) }),
        CommandSpec(
            [.escape], .goBack, in: [.wizardResult], "where it began",
            "Go back to the datasets or the basket, where the request was begun.", importance: 8,
            when: { $0.wizard?.mode == .result ? .available : .hidden }, run: { $0.goBackInWizard() }),
        .inWizard(
            [.character("q")], .leaveWizard,
            in: [.wizardDatasets, .wizardFiles, .wizardLicences, .wizardReview, .wizardResult], "leave, kept",
            "Leave; everything is kept.", run: { $0.goBack(&$1) }),
    ]

    /// One draft and two programs, or two places where a request is filled in.
    private static let comparisonCommands: [CommandSpec] = [
        .inWizard(
            [.character("m")], .keepMine, in: [.wizardComparison], "keep mine",
            "Keep the answer from here; it goes to the portal.", importance: 9, when: { $0.canChoose },
            run: { $0.keepMine(&$1) }),
        .inWizard(
            [.character("t")], .takeTheirs, in: [.wizardComparison], "take theirs",
            "Take the other answer in place of the one from here.", importance: 9, when: { $0.lockedOr(.available) },
            run: { $0.takeTheirs(&$1) }),
        .inWizard(
            [.character("M")], .keepAllMine, in: [.wizardComparison], "all mine", "Keep all answers from here.",
            when: { $0.canChoose }, run: { $0.chooseAll(mine: true, &$1) }),
        .inWizard(
            [.character("T")], .takeAllTheirs, in: [.wizardComparison], "all theirs", "Take all the other answers.",
            when: { $0.canChoose }, run: { $0.chooseAll(mine: false, &$1) }),
        .inWizard(
            [.enter], .open, in: [.wizardComparison], "edit", "Go to the field and write the answer anew.",
            importance: 7, run: { $0.editCompared(&$1) }),
        .inWizard(
            [.escape, .function(12), .character("q")], .goBack, in: [.wizardComparison], "later",
            "Choose later; nothing is sent of these answers until then.", importance: 8, run: { $0.goBack(&$1) }),
        .inWizard(
            [.character("t"), .alt("t"), .function(11)], .takeOver, in: [.wizardDatasets], "take draft",
            "Take the draft over from the program that has it open.", importance: 9, when: { $0.canTakeOver },
            run: { $0.askToTakeOver(&$1) }),
        .inWizard(
            [.alt("t"), .function(11)], .takeOver, in: wizardSteps.filter { $0 != .wizardDatasets }, "take draft",
            "Take the draft over from the program that has it open.", importance: 9, when: { $0.canTakeOver },
            run: { $0.askToTakeOver(&$1) }),
        .inWizard(
            [.function(12), .alt("v")], .compareAnswers, in: wizardSteps, "compare",
            "Show the answers that differ at the portal, and choose.", importance: 9, when: { $0.canCompare },
            run: { $0.compareAnswers(&$1) }),
    ]

    /// What the profile and earlier requests offer for a field.
    private static let offerCommands: [CommandSpec] = [
        CommandSpec(
            [.function(3), .control("g")], .takeOffer, in: wizardOffers + [.wizardCell], "take over",
            "Take over what is offered for this field; again for the next offer.", importance: 8,
            when: { $0.canTakeOffer }, run: { $0.takeNextOffer() }),
        CommandSpec(
            [.alt("g")], .takeAllOffers, in: wizardOffers, "take all",
            "Take over what is offered for the empty fields of this form.", importance: 6,
            when: { $0.canTakeAllOffers }, run: { $0.takeAllOffers() }),
        CommandSpec(
            [.alt("u")], .undoOffers, in: wizardOffers, "take back", "Take out again what was taken over last.",
            when: { $0.wizard?.canUndoOffers == true ? .available : .hidden },
            run: { $0.wizardTurn { $0.undoOffers(&$1) } }),
    ]

    /// Within what is edited, a step or a list.
    private static let moveCommands: [CommandSpec] = [
        CommandSpec([.down], .moveDown, in: moving, "down", "One down.", run: { $0.move(.down) }),
        CommandSpec([.up], .moveUp, in: moving, "up", "One up.", run: { $0.move(.up) }),
        CommandSpec([.pageDown], .pageDown, in: paged, "page down", "A page down.", run: { $0.move(.pageDown) }),
        CommandSpec([.pageUp], .pageUp, in: paged, "page up", "A page up.", run: { $0.move(.pageUp) }),
    ]

    private static let moving: [KeyContext] = [
        .wizardChoice, .wizardMultiline, .wizardCalendar, .wizardTable, .wizardFiles, .wizardPath,
    ]
    private static let paged: [KeyContext] = [.wizardMultiline, .wizardTable, .wizardPath]

    private static let wizardFields: [KeyContext] = [
        .wizardText, .wizardMultiline, .wizardChoice, .wizardCalendar, .wizardTable, .wizardFiles,
    ]

    /// Where PageUp and PageDown move within the field.
    private static let wizardPaged: [KeyContext] = [.wizardMultiline, .wizardCalendar, .wizardTable, .wizardFiles]

    private static let wizardSteps: [KeyContext] = [
        .wizardDatasets, .wizardText, .wizardMultiline, .wizardChoice, .wizardTable, .wizardFiles, .wizardLicences,
        .wizardReview,
    ]

    private static let wizardOffers: [KeyContext] = [
        .wizardText, .wizardMultiline, .wizardChoice, .wizardTable,
    ]
}
