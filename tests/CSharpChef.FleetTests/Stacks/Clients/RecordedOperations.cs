using System.Collections.Concurrent;
using System.Text;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Web.Api;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>Runs operations in a control plane, and records all their answers.</summary>
internal sealed class RecordedOperations(ControlPlane plane)
{
    public ConcurrentQueue<(string Operation, string Body)> Answers { get; } = [];

    /// <summary>The delay of the answer to the next change after the change was made.</summary>
    public TimeSpan NextChangeDelay { get; set; }

    public async Task<Answer> CallAsync(string target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct)
    {
        var answer = await plane.CallAsync(target, body, caller, ct);
        Answers.Enqueue((target.Split('.')[1], Encoding.UTF8.GetString(answer)));
        if (!ApiTarget.Parse(target).IsQuery)
        {
            (var delay, NextChangeDelay) = (NextChangeDelay, TimeSpan.Zero);
            await Task.Delay(delay, ct);
        }

        return new(answer);
    }
}
