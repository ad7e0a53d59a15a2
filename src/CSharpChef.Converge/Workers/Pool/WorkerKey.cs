namespace CSharpChef.Converge.Workers.Pool;

/// <summary>What a worker is started for.</summary>
/// <param name="Stack">The id of a stack.</param>
/// <param name="Version">The version of its cookbooks.</param>
internal sealed record WorkerKey(string Stack, string Version);
