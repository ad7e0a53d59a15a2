using CSharpChef.Cli.Options;

namespace CSharpChef.Cli.Client;

/// <summary>The server that this user runs on this machine: its folder holds its key and its address.</summary>
internal static class OwnServer
{
    /// <summary>Null where none was ever started.</summary>
    public static ServerAccess? Find()
    {
        var file = Path.Combine(StoreOptionSet.DefaultFolder(), "credentials");
        return File.Exists(file) && CredentialsIni.Value(file, "endpoint_url") is { } url
            ? new ServerAccess(ServerAccess.Parse(url)) { Key = CredentialsIni.Read(file) }
            : null;
    }
}
