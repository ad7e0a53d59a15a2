using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using CSharpChef.Stacks.Operations.Requests;

namespace CSharpChef.Stacks.Operations;

/// <summary>Writes the JSON of an answer as fast as it is read. Disposing it ends the writing.</summary>
internal sealed class AnswerPipe : IAsyncDisposable
{
    private const int Size = 64 << 10;

    private readonly Pipe pipe = new(new PipeOptions(
        pauseWriterThreshold: Size, resumeWriterThreshold: Size / 2, useSynchronizationContext: false));

    private readonly CancellationTokenSource end;
    private readonly Task writing;

    public AnswerPipe(object response, CancellationToken ct)
    {
        end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        writing = WriteAsync(response, end.Token);
    }

    /// <summary>Reads the first part of the answer, and whether more follows.</summary>
    public async Task<(byte[] First, bool IsLong)> ReadFirstAsync(CancellationToken ct)
    {
        var read = await pipe.Reader.ReadAtLeastAsync(Size, ct);
        var first = read.Buffer.ToArray();
        pipe.Reader.AdvanceTo(read.Buffer.End);
        return (first, !read.IsCompleted);
    }

    /// <summary>Reads the rest of the answer, and the next part of it when one was written.</summary>
    /// <param name="write">Writes a part; it need not be kept after that.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task CopyToAsync(
        Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write, CancellationToken ct)
    {
        ReadResult read;
        do
        {
            read = await pipe.Reader.ReadAsync(ct);
            foreach (var part in read.Buffer)
            {
                await write(part, ct);
            }

            pipe.Reader.AdvanceTo(read.Buffer.End);
        }
        while (!read.IsCompleted);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await writing;
        await pipe.Reader.CompleteAsync();
        end.Dispose();
    }

    // A failure reaches the reader.
    private async Task WriteAsync(object response, CancellationToken ct)
    {
        try
        {
            await JsonSerializer.SerializeAsync(pipe.Writer, response, response.GetType(), ApiJson.Options, ct);
            await pipe.Writer.CompleteAsync();
        }
        catch (Exception e)
        {
            await pipe.Writer.CompleteAsync(e);
        }
    }
}
