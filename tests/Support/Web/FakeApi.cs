using System.Collections.Concurrent;
using System.Text;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Users.Keys;
using CSharpChef.Web.Api;

namespace CSharpChef.TestSupport.Web;

/// <summary>A control plane of one user, that does what a test says.</summary>
internal sealed class FakeApi : IApi
{
    public const string KeyId = "AKIAQ2TESTKEY0000001";
    public const string Secret = "a/secret+of/forty+letters/only+for/tests1";
    public const string Token = "ccp_TokenForTestsOnly";
    public const string UserArn = "arn:aws:iam::000000000000:user/ann";

    public ConcurrentQueue<(string Target, string Body, Caller Caller)> Calls { get; } = [];

    public Func<CancellationToken, Task<string>> Answer { get; set; } = _ => Task.FromResult("{}");

    public string? Refusal { get; set; }

    public string? NotReady { get; set; }

    public async Task<byte[]> CallAsync(string target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct)
    {
        Calls.Enqueue((target, Encoding.UTF8.GetString(body.Span), caller));
        return Encoding.UTF8.GetBytes(await Answer(ct));
    }

    public Task<KeyHolder?> FindAccessKeyAsync(string keyId, CancellationToken ct) =>
        Found(keyId == KeyId, KeyId, Secret);

    public Task<KeyHolder?> FindTokenAsync(string token, CancellationToken ct) =>
        Found(token == Token, "token-1", null);

    public Task<string?> NotReadyAsync(CancellationToken ct) =>
        NotReady == "break" ? throw new IOException("disk") : Task.FromResult(NotReady);

    private Task<KeyHolder?> Found(bool known, string id, string? secret) =>
        Task.FromResult(known ? new KeyHolder(id, UserArn, UserRole.Member, secret, Refusal) : null);
}
