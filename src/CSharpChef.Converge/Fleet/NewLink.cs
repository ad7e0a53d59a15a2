using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Fleet;

/// <summary>
/// The way to a machine. The first token asks its run to end after the current step, the second ends all waiting.
/// </summary>
internal delegate INodeSession NewLink(Target target, CancellationToken cancel, CancellationToken ct);
