using CSharpChef.Converge.Ssh;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge;

/// <summary>The account and address under which the facts of a host are cached.</summary>
internal sealed record FactsKey(string User, string Address, int Port)
{
    public static async Task<FactsKey> OfAsync(Target target, SshRoute route, CancellationToken ct)
    {
        if (target.IsLocal)
        {
            return new FactsKey(Environment.UserName, "local", 0);
        }

        var (user, address, port) = await route.EndAsync(ct);
        return new FactsKey(user, address, port);
    }
}
