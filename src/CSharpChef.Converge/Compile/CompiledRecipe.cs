namespace CSharpChef.Converge.Compile;

/// <summary>A recipe as an assembly, with its debug symbols and the compiler's warnings.</summary>
internal sealed record CompiledRecipe(string Name, byte[] Assembly, byte[] Symbols, IReadOnlyList<string> Warnings)
{
    // As a text: only reports about tests read it.
    private string declarations = "";

    /// <summary>The calls that declare resources, in the recipe and in all scripts that it loads.</summary>
    public IReadOnlyList<DeclarationSite> Declarations
    {
        get => [.. declarations.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(DeclarationSite.FromLine)];
        init => declarations = string.Join('\n', value.Select(site => site.ToLine()));
    }

    /// <summary>The cookbooks whose shared code this assembly refers to.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>The recipes that it includes by names in its text, as the text has them.</summary>
    public IReadOnlyList<string> Includes { get; init; } = [];

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Name);
        writer.Write(Assembly.Length);
        writer.Write(Assembly);
        writer.Write(Symbols.Length);
        writer.Write(Symbols);
        writer.Write(string.Join('\0', Warnings));
        writer.Write(declarations);
        writer.Write(string.Join('\0', Uses));
        writer.Write(string.Join('\0', Includes));
        writer.Flush();
        return stream.ToArray();
    }

    public static CompiledRecipe FromBytes(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        return new CompiledRecipe(
            reader.ReadString(),
            reader.ReadBytes(reader.ReadInt32()),
            reader.ReadBytes(reader.ReadInt32()),
            Texts(reader))
        {
            declarations = reader.ReadString(),
            Uses = Texts(reader),
            Includes = Texts(reader),
        };
    }

    private static string[] Texts(BinaryReader reader) =>
        reader.ReadString().Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
