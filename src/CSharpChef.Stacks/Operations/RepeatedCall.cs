using System.Security.Cryptography;
using System.Text;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Operations;

/// <summary>
/// Every client sends a change again whose answer it did not get, and AWS clients give all tries of one call the same
/// invocation id. The answer is stored with the change, sealed, for it may hold a secret. So a second try gets the
/// first one's answer from any server of a cluster, also when the first one was killed, or the end of its transaction
/// got lost.
/// </summary>
internal static class RepeatedCall
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private const string Kind = "answer";

    /// <summary>
    /// What makes two calls the same; null when their client does not say. The invocation id alone is not trusted, as
    /// it may be unsigned.
    /// </summary>
    public static string? KeyOf(Operation operation, Caller caller, ReadOnlyMemory<byte> body)
    {
        if (caller.InvocationId is null)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{caller.Credential}\n{caller.InvocationId}\n{operation.Target}\n"));
        hash.AppendData(body.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <param name="change">What is done when no earlier try did it.</param>
    public static async Task<byte[]> OnceAsync(StoreSession store, string? key, Func<Task<byte[]>> change)
    {
        if (key is null)
        {
            return await change();
        }

        var at = TimeConverter.Store(store.Now);
        if (!await ClaimAsync(store, key, at))
        {
            return await FindAsync(store, key);
        }

        var answer = await change();
        await KeepAsync(store, key, at, answer);
        return answer;
    }

    /// <returns>How many; fewer than asked for when none is left.</returns>
    public static Task<int> ForgetAsync(StoreSession store, int most) => store.ExecuteAsync(
        "delete from secret where id in (select id from secret where kind = @kind and owner < @before limit @most)",
        new { kind = Kind, before = TimeConverter.Store(store.Now - Kept), most });

    /// <summary>Waits while another try is under way.</summary>
    private static async Task<bool> ClaimAsync(StoreSession store, string key, string at) => await store.ExecuteAsync(
        "insert into secret (id, kind, owner, key, sealed) values (@key, @kind, @at, @by, '') on conflict (id) do nothing",
        new { key, kind = Kind, at, by = store.Secrets.Active }) == 1;

    private static Task KeepAsync(StoreSession store, string key, string at, byte[] answer) => store.ExecuteAsync(
        "update secret set sealed = @text where id = @key",
        new { key, text = store.Secrets.Seal(Encoding.UTF8.GetString(answer), SecretBox.Place(Kind, at, key)) });

    private static async Task<byte[]> FindAsync(StoreSession store, string key)
    {
        var rows = await store.QueryAsync<Row>(
            "select owner as At, sealed as Text from secret where id = @key", new { key });
        return rows is [var row]
            ? Encoding.UTF8.GetBytes(store.Secrets.Open(row.Text, SecretBox.Place(Kind, row.At, key)))
            : throw new StoreConflictException("The answer was forgotten a moment ago.");
    }

    private sealed class Row
    {
        public string At { get; init; } = "";

        public string Text { get; init; } = "";
    }
}
