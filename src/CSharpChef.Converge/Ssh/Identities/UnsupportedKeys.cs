using System.Text;
using CSharpChef.Converge.Ssh.Config;

namespace CSharpChef.Converge.Ssh.Identities;

/// <summary>
/// Finds the key files that only ssh can log in with: keys on a security key (sk), and keys with a certificate.
/// </summary>
internal static class UnsupportedKeys
{
    private const string Begin = "-----BEGIN OPENSSH PRIVATE KEY-----";

    private static readonly string[] defaultKeys = ["id_ed25519_sk", "id_ecdsa_sk"];

    public static IEnumerable<UnsupportedSetting> Of(SshConfig config, SshSettings settings, LocalAccount account)
    {
        var files = settings.Identities.Select(file => file.Path);
        if (config.IdentityFiles.Count == 0)
        {
            files = files.Concat(defaultKeys.Select(name => Path.Combine(account.Home, ".ssh", name)));
        }

        return files.Distinct()
            .SelectMany(path => Problems(path).Select(problem => new UnsupportedSetting(
                PlaceOf(path, config, settings, account), problem, SettingEffect.Login)));
    }

    private static IEnumerable<string> Problems(string path)
    {
        if (File.Exists(path + "-cert.pub"))
        {
            yield return $"the certificate {path}-cert.pub";
        }

        if (IsOnSecurityKey(path))
        {
            yield return $"the security key {path}";
        }
    }

    // The line that names the file; the file itself where it is a default.
    private static string PlaceOf(string path, SshConfig config, SshSettings settings, LocalAccount account)
    {
        var tokens = new SshTokens(settings, account);
        return config.IdentityFiles.FirstOrDefault(line => tokens.Path(line.Value) == path) is { } line
            ? $"{line.File}:{line.Number}"
            : path;
    }

    private static bool IsOnSecurityKey(string path)
    {
        try
        {
            return (File.Exists(path + ".pub")
                && File.ReadAllText(path + ".pub").StartsWith("sk-", StringComparison.Ordinal))
                || (File.Exists(path) && HasSecurityKeyType(File.ReadAllText(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // The type of the public key stands in the first lines, also of an encrypted file.
    private static bool HasSecurityKeyType(string text)
    {
        var at = text.IndexOf(Begin, StringComparison.Ordinal);
        var base64 = at < 0 ? "" : string.Concat(text[(at + Begin.Length)..].Split('-', 2)[0].Split());
        var bytes = new byte[300];
        return Convert.TryFromBase64String(base64[..(Math.Min(base64.Length, 400) / 4 * 4)], bytes, out var length)
            && Encoding.ASCII.GetString(bytes, 0, length) is var head
            && (head.Contains("sk-ssh-", StringComparison.Ordinal)
                || head.Contains("sk-ecdsa-", StringComparison.Ordinal));
    }
}
