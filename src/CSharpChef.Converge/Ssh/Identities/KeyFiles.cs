using System.Security.Cryptography;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh.Config;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace CSharpChef.Converge.Ssh.Identities;

/// <summary>Opens private key files, and asks for the passphrase of an encrypted one.</summary>
internal sealed class KeyFiles(Func<string, string?> askPassphrase)
{
    public IPrivateKeySource Open(IdentityFile file)
    {
        try
        {
            return new SingleAlgorithmKey(TryOpen(file.Path, null) ?? OpenEncrypted(file.Path));
        }
        catch (PassphraseMissingException)
        {
            throw KeyFileError(file.Path, "it is encrypted and no passphrase was given",
                "Set CSHARPCHEF_SSH_PASSPHRASE, run on a terminal, or add it to an agent with ssh-add.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw KeyFileError(
                file.Path, e.Message.TrimEnd('.'), "Make it readable for you, or choose another with --identity.", e);
        }
        catch (Exception e) when (e is SshException or FormatException or NotSupportedException
            or CryptographicException or ArgumentException)
        {
            throw KeyFileError(file.Path, "it is not a private key in a known format, or the passphrase is wrong",
                "Try ssh-keygen -y -f on it, or choose another with --identity.", e);
        }
    }

    private PrivateKeyFile OpenEncrypted(string path) =>
        askPassphrase(path) is { Length: > 0 } passphrase
            ? TryOpen(path, passphrase)!
            : throw new PassphraseMissingException();

    private static PrivateKeyFile? TryOpen(string path, string? passphrase)
    {
        try
        {
            return new PrivateKeyFile(path, passphrase);
        }
        catch (SshPassPhraseNullOrEmptyException)
        {
            return null;
        }
    }

    private static ConnectionException KeyFileError(string path, string why, string advice, Exception? inner = null) =>
        new(ConnectionFailure.Authentication, $"Cannot use the key {path}: {why}. {advice}", inner);

    private sealed class PassphraseMissingException : Exception;
}
