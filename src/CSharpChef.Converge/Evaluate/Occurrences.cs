namespace CSharpChef.Converge.Evaluate;

/// <summary>Counts the resources of each recipe that have the same type and name.</summary>
internal sealed class Occurrences
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public void Count(IEnumerable<Resource> declared)
    {
        foreach (var resource in declared)
        {
            var same = $"{resource.Recipe} {resource}";
            _ = counts.TryGetValue(same, out var earlier);
            resource.Occurrence = counts[same] = earlier + 1;
        }
    }
}
