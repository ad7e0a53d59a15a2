using System.Text;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.Stacks.Users.Keys;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Compatibility;

/// <summary>A change that was called with an invocation id, and the answer that the store keeps.</summary>
public sealed record AnsweredCall(string Target, string InvocationId, string Body)
{
    // A part of the id of the stored answer.
    private const string Credential = "AKIATEST";

    public string Answer { get; init; } = "";

    /// <summary>The answer to the same call, now.</summary>
    internal async Task<string> SendAsync(TestPlane server)
    {
        var key = await server.Plane.Store.WriteAsync(
            session => session.AddAsync(new AccessKey
            {
                AccessKeyId = Credential,
                IamUserArn = server.Admin.UserArn,
                CreatedAt = session.Now,
                Secret = Secret.New("secret"),
            }),
            default);
        var caller = server.Admin with { Credential = Credential, InvocationId = InvocationId };
        var answer = await server.Plane.CallAsync(Target, Encoding.UTF8.GetBytes(Body), caller, default);
        await server.Plane.Store.WriteAsync(session => RemoveAsync(session, key), default);
        return Encoding.UTF8.GetString(answer);
    }

    private static async Task<int> RemoveAsync(StoreSession session, AccessKey key)
    {
        await session.RemoveAsync(key);
        return 0;
    }
}
