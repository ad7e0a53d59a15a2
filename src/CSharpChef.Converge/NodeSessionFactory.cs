using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge;

/// <summary>Opens a session with the node of a target.</summary>
/// <param name="target">The host.</param>
/// <param name="cancel">Ends the host's run after its current step.</param>
/// <param name="ct">Cancels all waiting.</param>
internal delegate INodeSession NodeSessionFactory(Target target, CancellationToken cancel, CancellationToken ct);
