using System.CommandLine;
using CSharpChef.Client.Servers;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Store;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Options;

/// <summary>Where a server keeps what it knows.</summary>
internal sealed class StoreOptionSet
{
    private readonly Option<string?> data = new("--data")
    {
        Description = "The server's folder. /var/lib/csharpchef for root, else ~/.local/share/csharpchef/server.",
    };

    private readonly Option<string?> store = new("--store")
    {
        Description =
            "postgres://USER@HOST/DATABASE instead of SQLite. A password goes into CSHARPCHEF_STORE, PGPASSWORD or ~/.pgpass.",
    };

    private readonly Option<string?> masterKey = new("--master-key")
    {
        Description =
            "The file of the keys that seal secrets; master.key in the data folder if not given. Servers of one store share it.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(data);
        command.Options.Add(store);
        command.Options.Add(masterKey);
    }

    public StoreOptions Read(ParseResult parsed) =>
        new(Path.GetFullPath(parsed.GetValue(data) ?? OwnServer.DefaultFolder()))
        {
            Url = Url(parsed.GetValue(store), "--store", "CSHARPCHEF_STORE"),
            MasterKeyFile = parsed.GetValue(masterKey),
        };

    /// <summary>Arguments can be read by all users of a machine.</summary>
    public static string? Url(string? given, string option, string variable)
    {
        if (Uri.TryCreate(given, UriKind.Absolute, out var uri) && uri.UserInfo.Contains(':', StringComparison.Ordinal))
        {
            throw new UsageException(
                $"{option} holds a password, which all users of this machine could read: put the URL into the environment variable {variable}.");
        }

        return given ?? (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? text : null);
    }
}
