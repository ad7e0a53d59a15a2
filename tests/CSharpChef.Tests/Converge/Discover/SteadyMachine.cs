using CSharpChef.Converge.Discover;

namespace CSharpChef.Tests.Converge.Discover;

/// <summary>
/// This machine while nothing about it changes: other tests start machines on it, which bring links and mounts.
/// </summary>
internal static class SteadyMachine
{
    /// <summary>Asks again until nothing has changed between the questions.</summary>
    public static async Task<T> AskAsync<T>(Func<Task<T>> questions, CancellationToken ct)
    {
        while (true)
        {
            var before = await StateAsync(ct);
            var answers = await questions();
            if (await StateAsync(ct) == before)
            {
                return answers;
            }
        }
    }

    private static Task<string> StateAsync(CancellationToken ct) =>
        NodeShell.Named("dash").RunAsync($"{FactsProgram.Functions}machine_facts; network_facts; mount_facts\n", ct);
}
