using System.CommandLine;
using CSharpChef.Client.Servers;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Store;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Options;

/// <summary>The options that choose a server's store.</summary>
internal sealed class DataOptions
{
    private readonly Option<string?> dataFolder = new("--data")
    {
        HelpName = "DIR",
        Description = "The data folder. Default: /var/lib/csharpchef for root, else ~/.local/share/csharpchef/server.",
    };

    private readonly Option<string?> store = new("--store")
    {
        HelpName = "URL",
        Description =
            "The PostgreSQL database to use instead of SQLite: postgres://USER@HOST/DATABASE. Put a password into CSHARPCHEF_STORE, PGPASSWORD or ~/.pgpass.",
    };

    private readonly Option<string?> masterKey = new("--master-key")
    {
        HelpName = "FILE",
        Description =
            "The file of keys that seal secrets, shared by the servers of one store. Default: master.key in the data folder.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(dataFolder);
        command.Options.Add(store);
        command.Options.Add(masterKey);
    }

    public StoreOptions Read(ParseResult parsed)
    {
        var folder = Path.GetFullPath(parsed.GetValue(dataFolder) ?? LocalServer.DefaultFolder());
        return new(folder)
        {
            Url = ReadUrl(parsed.GetValue(store), "--store", "CSHARPCHEF_STORE"),
            MasterKeyFile = parsed.GetValue(masterKey) is { } file ? Path.GetFullPath(file) : null,
        };
    }

    /// <summary>
    /// Reads a URL from an option, else from an environment variable. An option with a password is refused, because all
    /// users of a machine can read the arguments of its processes.
    /// </summary>
    public static string? ReadUrl(string? url, string option, string variable)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && (uri.UserInfo.Contains(':', StringComparison.Ordinal)
                || uri.Query.Contains("password", StringComparison.OrdinalIgnoreCase)))
        {
            throw new UsageException(
                $"{option} holds a password, which all users of this machine could read: put the URL into the environment variable {variable}.");
        }

        return url ?? (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null);
    }
}
