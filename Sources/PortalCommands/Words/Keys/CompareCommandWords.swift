/// `portal compare`.
enum CompareCommandWords {
    case howMany, oneForm
}
