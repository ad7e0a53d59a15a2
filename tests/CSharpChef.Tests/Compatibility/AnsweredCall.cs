using System.Text;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Compatibility;

/// <summary>A change that was called with an invocation id, and the answer that the store keeps.</summary>
public sealed record AnsweredCall(string Target, string InvocationId, string Body)
{
    public string Answer { get; init; } = "";

    /// <summary>The answer to the same call, now.</summary>
    internal async Task<string> SendAsync(TestPlane server)
    {
        var caller = server.Admin with { InvocationId = InvocationId };
        var answer = await server.Plane.CallAsync(Target, Encoding.UTF8.GetBytes(Body), caller, default);
        return Encoding.UTF8.GetString(answer);
    }
}
