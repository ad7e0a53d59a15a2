using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Errors;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace CSharpChef.Converge.Ssh.Identities;

/// <summary>Opens a private key that is given as text.</summary>
internal static class KeyText
{
    /// <exception cref="ConnectionException">The text is not a private key, or needs a passphrase.</exception>
    public static IPrivateKeySource Open(string text)
    {
        try
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
            return new SingleAlgorithmKey(new PrivateKeyFile(stream));
        }
        catch (Exception e) when (e is SshException or FormatException or NotSupportedException
            or CryptographicException or ArgumentException)
        {
            throw new ConnectionException(ConnectionFailure.Authentication,
                "The private key that was given for the login is not in a known format, or needs a passphrase.", e);
        }
    }
}
