using System.Text;

namespace CSharpChef.Converge.Ssh.Config;

/// <summary>Expands ~ and the percent tokens in paths of ssh_config.</summary>
internal sealed class SshTokens(SshSettings settings, LocalAccount account)
{
    public string Path(string path) => System.IO.Path.GetFullPath(Replace(account.Expand(path)));

    private string Replace(string text)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var value = text[i] == '%' && i + 1 < text.Length ? Value(text[i + 1]) : null;
            result.Append(value ?? text[i].ToString());
            i += value is null ? 0 : 1;
        }

        return result.ToString();
    }

    private string? Value(char token) => token switch
    {
        '%' => "%",
        'd' => account.Home,
        'h' => settings.HostName,
        'n' => settings.Alias,
        'p' => settings.Port.ToString(),
        'r' => settings.User,
        'u' => account.User,
        _ => null,
    };
}
