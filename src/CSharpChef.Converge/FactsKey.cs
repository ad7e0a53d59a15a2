using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge;

/// <summary>The account and address under which the facts of a host are cached.</summary>
internal sealed record FactsKey(string User, string Address, int Port)
{
    public static FactsKey Of(Target target, SshOptions options)
    {
        if (target.IsLocal)
        {
            return new FactsKey(Environment.UserName, "local", 0);
        }

        var settings = SshSettingsResolver.Resolve(target, options);
        return new FactsKey(settings.User, settings.HostName, settings.Port);
    }
}
