using CSharpChef.Client.Calls;

namespace CSharpChef.Client.Servers;

/// <summary>The server that this user runs on this machine: its data folder holds its key and address.</summary>
internal static class LocalServer
{
    /// <summary>Null when no server was ever started.</summary>
    public static ServerAccess? Find()
    {
        var file = Path.Combine(DefaultFolder(), "credentials");
        return File.Exists(file) && CredentialsIni.Value(file, "endpoint_url") is { } url
            ? new ServerAccess(ServerAccess.Parse(url)) { Key = CredentialsIni.Read(file) }
            : null;
    }

    public static string DefaultFolder() => Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
        ? "/var/lib/csharpchef"
        : Path.Combine(LocalData(), "csharpchef", "server");

    private static string LocalData() => Environment.GetFolderPath(
        Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
}
