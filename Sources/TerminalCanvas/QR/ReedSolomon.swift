/// Error correction over GF(2⁸) with the polynomial of QR codes, x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004, 7.5.2).
enum ReedSolomon {
    private static let polynomial = 0x11D

    /// The correction codewords that follow a block of data.
    static func correction(of data: some Sequence<UInt8>, count: Int) -> [UInt8] {
        let generator = generator(degree: count)
        var rest = [UInt8](repeating: 0, count: count)
        for byte in data {
            let factor = byte ^ rest[0]
            for index in rest.indices {
                rest[index] = (index + 1 < count ? rest[index + 1] : 0) ^ multiply(generator[index], factor)
            }
        }
        return rest
    }

    /// The coefficients of (x − 2⁰)(x − 2¹)…, highest power first, without the leading 1.
    static func generator(degree: Int) -> [UInt8] {
        var product = [UInt8](repeating: 0, count: degree)
        product[degree - 1] = 1
        var root: UInt8 = 1
        for _ in 0..<degree {
            for index in product.indices {
                product[index] = multiply(product[index], root) ^ (index + 1 < degree ? product[index + 1] : 0)
            }
            root = multiply(root, 2)
        }
        return product
    }

    static func multiply(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var product = 0
        for bit in stride(from: 7, through: 0, by: -1) {
            product <<= 1
            if product & 0x100 != 0 { product ^= polynomial }
            if right >> UInt8(bit) & 1 == 1 { product ^= Int(left) }
        }
        return UInt8(product)
    }
}
