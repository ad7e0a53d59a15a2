using CSharpChef.Converge.Workers.Protocol;
using CSharpChef.Converge.Workers.Sandbox;

namespace CSharpChef.Converge.Workers;

/// <summary>The compilation of recipes in a worker.</summary>
internal sealed class RemoteCompilation(SandboxedProcess worker)
{
    /// <param name="recipes">The names of the recipes.</param>
    /// <param name="ct">Cancels the compilation.</param>
    /// <returns>The warnings.</returns>
    /// <exception cref="RecipeException">They do not compile; one line for each error.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<string> recipes, CancellationToken ct)
    {
        var place = string.Join(", ", recipes);
        try
        {
            await worker.Channel.SendAsync(new ServerMessage.Compile(recipes), ct);
            while (await worker.Channel.ReceiveAsync(ct) is { } message)
            {
                switch (message)
                {
                    case WorkerMessage.Compiled compiled:
                        return compiled.Warnings;
                    case WorkerMessage.Failed failed:
                        throw Failures.ToException(failed.Failure, failed.Message, failed.ExitCode);
                    case WorkerMessage.Place reached:
                        place = reached.At;
                        break;
                }
            }
        }
        catch (IOException)
        {
            // The worker has ended: it says why.
        }
        catch (ProtocolException e)
        {
            throw new RecipeException($"{place}: the process that compiles recipes {e.Message}", e);
        }

        throw new RecipeException($"{place}: the process that compiles recipes {await worker.EndAsync()}");
    }
}
