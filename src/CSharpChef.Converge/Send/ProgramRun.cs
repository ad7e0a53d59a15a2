using System.Runtime.CompilerServices;
using System.Text;

namespace CSharpChef.Converge;

/// <summary>A program on a machine: sends it, hands over the content it asks for, and reads its lines as they come.</summary>
internal sealed class ProgramRun(IRemoteProcess process, ShellProgram program, Elevation elevation)
{
    private const int LongestLine = 1024 * 1024;

    /// <summary>Its lines up to the last; throws when the connection is lost before that.</summary>
    public async Task ReadAsync(ResultReader reader, CancellationToken ct)
    {
        var errors = ReadErrorsAsync(ct);
        var sending = SendAsync(ct);
        await foreach (var line in LinesAsync(process.Output, ct))
        {
            if (reader.Read(line) is { } sum)
            {
                await sending;
                await SendContentAsync(sum, ct);
            }

            if (reader.Ended)
            {
                return;
            }
        }

        var code = await process.Exit.WaitAsync(ct);
        throw Unfinished(reader, code, await errors);
    }

    private async Task SendAsync(CancellationToken ct)
    {
        await process.Input.WriteAsync(AnyBytes.Encode(program.Text), ct);
        await process.Input.FlushAsync(ct);
    }

    private async Task SendContentAsync(string sum, CancellationToken ct)
    {
        await using var content = program.Contents[sum].OpenRead();
        await content.CopyToAsync(process.Input, ct);
        await process.Input.FlushAsync(ct);
    }

    private async Task<string> ReadErrorsAsync(CancellationToken ct)
    {
        var text = new StringBuilder();
        await foreach (var line in LinesAsync(process.Error, ct))
        {
            if (text.Length < 4096)
            {
                text.Append(line).Append('\n');
            }
        }

        return text.ToString().TrimEnd();
    }

    private static async IAsyncEnumerable<string> LinesAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        var buffer = new byte[16 * 1024];
        using var line = new MemoryStream();
        int count;
        while ((count = await stream.ReadAsync(buffer, ct)) > 0)
        {
            var start = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', start, count - start)) >= 0; start = end + 1)
            {
                line.Write(buffer, start, end - start);
                yield return AnyBytes.Decode(line.GetBuffer().AsSpan(0, (int)line.Length));
                line.SetLength(0);
            }

            line.Write(buffer, start, Math.Min(count - start, LongestLine - (int)Math.Min(line.Length, LongestLine)));
        }

        if (line.Length > 0)
        {
            yield return AnyBytes.Decode(line.GetBuffer().AsSpan(0, (int)line.Length));
        }
    }

    private ChefException Unfinished(ResultReader reader, int? code, string errors)
    {
        var said = errors.Length > 0 ? $"\n{errors}" : "";
        return (reader.Started, code) switch
        {
            (false, _) => PrivilegedShell.Explain(elevation, code),
            (_, null) => new ConnectionException(ConnectionFailure.Lost, $"the connection was lost while the program ran{said}"),
            _ => new ConvergeException($"the program ended early with exit code {code}{said}"),
        };
    }
}
