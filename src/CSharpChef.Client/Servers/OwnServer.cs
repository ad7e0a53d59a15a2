using CSharpChef.Client.Calls;

namespace CSharpChef.Client.Servers;

/// <summary>The server that this user runs on this machine: its folder holds its key and its address.</summary>
internal static class OwnServer
{
    /// <summary>Null where none was ever started.</summary>
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
