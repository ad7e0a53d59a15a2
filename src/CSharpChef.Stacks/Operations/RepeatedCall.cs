using System.Security.Cryptography;
using System.Text;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Operations;

/// <summary>
/// Makes a change once although its client sends it several times. AWS clients repeat a change when they get no answer,
/// and give all tries of one call the same invocation id. The answer is stored with the change, so that another try
/// gets it from any server of a cluster, even when the first server was killed or lost its database.
/// </summary>
internal static class RepeatedCall
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The key that all tries of one call share. The invocation id alone is not trusted, because it may be unsigned;
    /// some clients send none.
    /// </summary>
    public static string KeyOf(string target, Caller caller, ReadOnlyMemory<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{caller.Credential}\n{caller.InvocationId}\n{target}\n"));
        hash.AppendData(body.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <param name="store">The session of the change.</param>
    /// <param name="key">Null when the client sent no invocation id.</param>
    /// <param name="change">Makes the change and its answer, when no earlier try did.</param>
    public static async Task<byte[]> OnceAsync(StoreSession store, string? key, Func<Task<byte[]>> change)
    {
        if (key is null)
        {
            return await change();
        }

        if (!await AnswerTable.ClaimAsync(store, key))
        {
            return await EarlierAnswerAsync(store, key);
        }

        var answer = await change();
        await AnswerTable.KeepAsync(store, key, Encoding.UTF8.GetString(answer));
        return answer;
    }

    private static async Task<byte[]> EarlierAnswerAsync(StoreSession store, string key) =>
        await AnswerTable.FindAsync(store, key) is { } answer
            ? Encoding.UTF8.GetBytes(answer)
            : throw new StoreFailureException(
                StoreFailureKind.Conflict, "The answer to this call was removed while it was looked up.");
}
