using System.Collections.Concurrent;
using System.Text;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Users.Keys;
using CSharpChef.Web.Api;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>The control plane, with every answer that it gave.</summary>
internal sealed class RecordingApi(ControlPlane plane) : IApi
{
    private readonly ControlPlaneApi api = new(plane);

    public ConcurrentQueue<(string Operation, string Body)> Answers { get; } = [];

    /// <summary>How long the answer to a change that is made is on its way; the next one comes at once.</summary>
    public TimeSpan NextChangeIsLateBy { get; set; }

    public async Task<byte[]> CallAsync(string target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct)
    {
        var answer = await api.CallAsync(target, body, caller, ct);
        Answers.Enqueue((target.Split('.')[1], Encoding.UTF8.GetString(answer)));
        if (!ApiTarget.Parse(target).IsQuery)
        {
            (var late, NextChangeIsLateBy) = (NextChangeIsLateBy, TimeSpan.Zero);
            await Task.Delay(late, ct);
        }

        return answer;
    }

    public Task<KeyHolder?> FindAccessKeyAsync(string keyId, CancellationToken ct) => api.FindAccessKeyAsync(keyId, ct);

    public Task<KeyHolder?> FindTokenAsync(string token, CancellationToken ct) => api.FindTokenAsync(token, ct);

    public Task<string?> NotReadyAsync(CancellationToken ct) => api.NotReadyAsync(ct);
}
