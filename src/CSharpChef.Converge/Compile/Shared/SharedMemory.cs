namespace CSharpChef.Converge.Compile.Shared;

/// <summary>
/// Keeps compiled shared code in memory for a process that compiles again and again, with what the compiler found.
/// </summary>
internal sealed class SharedMemory
{
    // An entry for each state of a cookbook's files: an editor makes one with each key that is typed.
    private const int Limit = 64;
    private readonly Lock access = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>What the compiler found for an entry; empty when it has not been compiled.</summary>
    public IReadOnlyList<ScriptFinding> FindingsOf(string name)
    {
        lock (access)
        {
            return entries.TryGetValue(name, out var entry) ? entry.Findings : [];
        }
    }

    /// <exception cref="RecipeException">It does not compile; one line for each error.</exception>
    public SharedCode Get(string name, Func<SharedCompiler> compiler, CancellationToken ct)
    {
        lock (access)
        {
            if (entries.TryGetValue(name, out var known))
            {
                return known.Code ?? throw new RecipeException(known.Error);
            }
        }

        var made = Compiled(compiler(), ct);
        Add(name, made);
        return made.Code ?? throw new RecipeException(made.Error);
    }

    private static Entry Compiled(SharedCompiler compiler, CancellationToken ct)
    {
        try
        {
            return new Entry(compiler.Compile(ct), compiler.Findings, "");
        }
        catch (RecipeException e)
        {
            var isFound = compiler.Findings.Any(finding => finding.IsError);
            return new Entry(null, isFound ? compiler.Findings : ScriptFinding.Parse(e.Message), e.Message);
        }
    }

    private void Add(string name, Entry entry)
    {
        lock (access)
        {
            if (entries.TryAdd(name, entry))
            {
                order.Enqueue(name);
            }

            while (order.Count > Limit)
            {
                entries.Remove(order.Dequeue());
            }
        }
    }

    private sealed record Entry(SharedCode? Code, IReadOnlyList<ScriptFinding> Findings, string Error);
}
