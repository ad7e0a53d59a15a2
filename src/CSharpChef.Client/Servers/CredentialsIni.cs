using CSharpChef.Client.Calls;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Client.Servers;

/// <summary>Reads an access key from an AWS credentials file.</summary>
internal static class CredentialsIni
{
    public static KeyPair Read(string path, string profile = "default")
    {
        var values = Section(Lines(path), profile);
        return values.TryGetValue("aws_access_key_id", out var id)
            && values.TryGetValue("aws_secret_access_key", out var secret)
            ? new KeyPair(id, secret)
            : throw new UsageException(
                $"{path} has no section [{profile}] with aws_access_key_id and aws_secret_access_key");
    }

    public static string? Value(string path, string key, string profile = "default") =>
        Section(Lines(path), profile).GetValueOrDefault(key);

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the credentials file {path} cannot be read: {e.Message}", e);
        }
    }

    private static Dictionary<string, string> Section(string[] lines, string name)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var inside = false;
        foreach (var line in lines.Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] is not ('#' or ';')))
        {
            if (line[0] == '[')
            {
                inside = line.Trim('[', ']').Trim() == name;
            }
            else if (inside && line.Split('=', 2, StringSplitOptions.TrimEntries) is [var key, var value])
            {
                values[key] = value;
            }
        }

        return values;
    }
}
