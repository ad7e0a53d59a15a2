using CSharpChef.Converge;

namespace CSharpChef.FleetTests;

/// <summary>Two connections that all cases share, to plan and to converge.</summary>
public sealed class RealNodeLinks : IAsyncDisposable
{
    private NodeSession? plan;
    private NodeSession? converge;

    internal (INodeLink Plan, INodeLink Converge) To(int instance) => (
        plan ??= Machine.Link(instance, ConvergeMode.Plan, CancellationToken.None),
        converge ??= Machine.Link(instance, ConvergeMode.Converge, CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        foreach (var link in new[] { plan, converge }.OfType<NodeSession>())
        {
            await link.DisposeAsync();
        }
    }
}
