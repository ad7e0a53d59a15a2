using CSharpChef.Client.Calls;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Client.Servers;

/// <summary>
/// Chooses the server of a command: that of the profile it names, of the environment, of a login, or of this machine,
/// in this order.
/// </summary>
internal sealed class ServerChoice(KnownServers known, Func<string, string?> environment)
{
    public const string DefaultProfile = "default";

    public ServerAccess Find(string? profile, string? ca)
    {
        var authority = Authority(ca);
        if (profile is null && Variable("CSHARPCHEF_URL") is { } url)
        {
            return OfEnvironment(url, authority);
        }

        var profileName = profile ?? Variable("CSHARPCHEF_PROFILE");
        return profileName is null && known.Read().Count == 0 && LocalServer.Find() is { } own
            ? own
            : Stored(profileName).Access(authority);
    }

    /// <summary>The certificate authority that the command or the environment names.</summary>
    public string? Authority(string? file) => file ?? Variable("CSHARPCHEF_CA");

    private ServerAccess OfEnvironment(string text, string? ca)
    {
        var url = ServerAccess.Parse(text);
        if (Variable("CSHARPCHEF_TOKEN") is { } token)
        {
            return new ServerAccess(url) { Token = token, CaFile = ca };
        }

        if (Key() is { } key)
        {
            return new ServerAccess(url) { Key = key, CaFile = ca };
        }

        return known.Read().Values.FirstOrDefault(server => ServerAccess.Parse(server.Url) == url) is { } stored
            ? stored.Access(ca)
            : throw new UsageException(
                $"CSHARPCHEF_URL names {url}, and there are no credentials for it: set CSHARPCHEF_TOKEN, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, "
                + "or AWS_SHARED_CREDENTIALS_FILE, or run csharpchef login");
    }

    private KeyPair? Key()
    {
        if (Variable("AWS_ACCESS_KEY_ID") is { } id && Variable("AWS_SECRET_ACCESS_KEY") is { } secret)
        {
            return new KeyPair(id, secret);
        }

        return Variable("AWS_SHARED_CREDENTIALS_FILE") is { } file
            ? CredentialsIni.Read(file, Variable("AWS_PROFILE") ?? "default")
            : null;
    }

    private KnownServer Stored(string? profile)
    {
        var servers = known.Read();
        return servers.TryGetValue(profile ?? DefaultProfile, out var server) ? server
            : profile is null && servers.Count == 1 ? servers.Values.Single()
            : throw new UsageException(profile is null
                ? "no server is known: log in with csharpchef login URL, or set CSHARPCHEF_URL and CSHARPCHEF_TOKEN"
                : $"there is no profile {profile}: csharpchef login URL --profile {profile} creates it");
    }

    private string? Variable(string name) => environment(name) is { Length: > 0 } set ? set : null;
}
