#include "CQRencode.h"

#include <dlfcn.h>
#include <qrencode.h>

/// Checked by the compiler against the header of the library.
typedef __typeof__(&QRcode_encodeString8bit) encoder;
typedef __typeof__(&QRcode_free) liberator;

int qr_encode(const char *text, unsigned char *modules, int capacity) {
    // The system counts how often it is opened; it stays until the program ends.
    void *library = dlopen("libqrencode.so.4", RTLD_LAZY | RTLD_LOCAL);
    if (library == 0) return 0;
    encoder encode = (encoder)dlsym(library, "QRcode_encodeString8bit");
    liberator release = (liberator)dlsym(library, "QRcode_free");
    if (encode == 0 || release == 0) return 0;
    // The lowest level of correction: a screen has no stains, and fewer modules fit more terminals.
    QRcode *code = encode(text, 0, QR_ECLEVEL_L);
    if (code == 0) return 0;
    int side = code->width;
    if (side * side > capacity) side = 0;
    for (int index = 0; index < side * side; index++) modules[index] = code->data[index] & 1;
    release(code);
    return side;
}
