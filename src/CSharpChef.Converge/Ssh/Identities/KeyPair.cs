using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Utilities;
using Org.BouncyCastle.Security;

namespace CSharpChef.Converge.Ssh.Identities;

/// <summary>An ed25519 key for logins, in the formats of OpenSSH.</summary>
/// <param name="PrivateKey">The text of the private key, without a passphrase.</param>
/// <param name="PublicKey">The public key as in authorized_keys: its type and itself, without a comment.</param>
internal sealed record KeyPair(string PrivateKey, string PublicKey)
{
    private const string Type = "ssh-ed25519";

    public static KeyPair New()
    {
        var key = new Ed25519PrivateKeyParameters(new SecureRandom());
        var text = PemEncoding.WriteString("OPENSSH PRIVATE KEY", OpenSshPrivateKeyUtilities.EncodePrivateKey(key));
        var publicKey = OpenSshPublicKeyUtilities.EncodePublicKey(key.GeneratePublicKey());
        return new(text + "\n", $"{Type} {Convert.ToBase64String(publicKey)}");
    }

    // A key must not reach a log through the text of this record.
    public override string ToString() => PublicKey;
}
