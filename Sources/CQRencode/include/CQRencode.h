#pragma once

/// Encodes a text as a QR code with libqrencode, which is looked for when it is first needed: a machine without it
/// shows addresses without pictures.
///
/// Writes one byte a module, row by row, 1 for dark. Returns the modules of a side, or 0 when the library is missing,
/// the text is too long, or `capacity` bytes are too few.
int qr_encode(const char *text, unsigned char *modules, int capacity);
