namespace CSharpChef.Stacks.Operations;

/// <summary>
/// The JSON of an answer. A short one is whole; of a long one the first part is here, and the rest is written as fast
/// as the client reads it, so that little of it is in memory at a time.
/// </summary>
/// <param name="First">The answer, or its first part.</param>
/// <param name="Rest">What follows; null for a whole answer.</param>
internal sealed record Answer(byte[] First, AnswerPipe? Rest = null) : IAsyncDisposable
{
    /// <summary>Begins to write an answer, and returns when its first part is ready or all of it.</summary>
    public static async Task<Answer> BeginAsync(object response, CancellationToken ct)
    {
        var pipe = new AnswerPipe(response, ct);
        var isLong = false;
        try
        {
            (var first, isLong) = await pipe.ReadFirstAsync(ct);
            return new(first, isLong ? pipe : null);
        }
        finally
        {
            if (!isLong)
            {
                await pipe.DisposeAsync();
            }
        }
    }

    /// <summary>The whole answer.</summary>
    public async Task<byte[]> ReadAllAsync(CancellationToken ct)
    {
        if (Rest is null)
        {
            return First;
        }

        using var whole = new MemoryStream();
        await whole.WriteAsync(First, ct);
        await Rest.CopyToAsync(whole.WriteAsync, ct);
        return whole.ToArray();
    }

    public ValueTask DisposeAsync() => Rest?.DisposeAsync() ?? ValueTask.CompletedTask;
}
