using CSharpChef.Stacks.Fleet;
using CSharpChef.Stacks.Instances;
using CSharpChef.TestSupport.Stacks.Providers;

namespace CSharpChef.TestSupport.Stacks.Fleet;

/// <summary>Logs in to the machines of a <see cref="MemoryProvider"/> that run.</summary>
internal sealed class MemoryLogin(MemoryProvider provider) : IMachineLogin
{
    /// <summary>Why every login is refused; null when it is not.</summary>
    public string? Refusal { get; set; }

    /// <summary>How often registered machines were rebooted.</summary>
    public int Boots { get; set; }

    /// <summary>Why no machine answers; null when those that run do.</summary>
    public string? Silence { get; set; }

    public async Task<LoginResult> TryAsync(Instance instance, CancellationToken ct) =>
        Refusal is { } refusal ? new LoginResult.Refused(refusal)
        : Silence is { } silence ? new LoginResult.NotYet(silence)
        : instance.IsRegistered ? new LoginResult.LoggedIn($"boot-{Boots}")
        : await provider.DescribeAsync(instance.Ec2InstanceId ?? "", ct) is { BootId: { } boot }
            ? new LoginResult.LoggedIn(boot)
            : new LoginResult.NotYet("the connection was refused");

    public Task RebootAsync(Instance instance, CancellationToken ct) =>
        provider.RebootAsync(instance.Ec2InstanceId!, ct);
}
