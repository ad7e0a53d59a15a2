using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Send;

/// <summary>What tells machines apart in the cache of facts.</summary>
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
