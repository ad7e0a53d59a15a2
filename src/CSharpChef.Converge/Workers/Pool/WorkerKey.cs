namespace CSharpChef.Converge.Workers.Pool;

/// <summary>What a worker is started for.</summary>
/// <param name="Stack">The id of a stack.</param>
/// <param name="Version">The version of its cookbooks.</param>
internal sealed record WorkerKey(string Stack, string Version);

/// <summary>What the runs that may share a worker have in common.</summary>
/// <param name="Worker">What the worker is started for.</param>
/// <param name="Command">
/// The id of what somebody started on several nodes, or the kind of a command that each node gets for itself.
/// </param>
internal sealed record CommandKey(WorkerKey Worker, string Command);
