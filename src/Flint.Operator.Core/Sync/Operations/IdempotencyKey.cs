using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Flint.Operator.Core.Sync.Operations;

/// <summary>
/// The <c>Idempotency-Key</c> of an operation: UUIDv5 (RFC 9562) of its id and generation. Never random, so that a copy of the
/// database on a second device cannot send the same intent under another key.
/// </summary>
public static class IdempotencyKey
{
    // Fixed once for this product; changing it would give every waiting operation a new key.
    private static readonly Guid Namespace = new("8b0f6c1e-6d1a-5c57-9a43-3f1b7f0c2a90");

    /// <summary>The key for one generation of an operation.</summary>
    public static string For(string operationId, int generation)
    {
        var name = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{operationId}/{generation}"));
        Span<byte> input = stackalloc byte[16 + name.Length];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        name.CopyTo(input[16..]);

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 9562 defines version 5 by SHA-1; it names things here and protects nothing.
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        BinaryPrimitives.WriteUInt16BigEndian(hash[6..], (ushort)((BinaryPrimitives.ReadUInt16BigEndian(hash[6..]) & 0x0fff) | 0x5000));
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString("D");
    }
}
