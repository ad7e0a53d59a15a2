namespace CSharpChef.Converge.Compile.Shared;

/// <summary>The types of a cookbook that all recipes of a run share, as an assembly.</summary>
internal sealed record SharedCode(string Cookbook, byte[] Assembly, byte[] Symbols)
{
    /// <summary>The logical paths of the files whose types these are.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The namespaces of the types.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>The words of the classes in <c>resources/</c>.</summary>
    public IReadOnlyList<SharedWord> Words { get; init; } = [];

    /// <summary>The ids of the NuGet packages that the files name.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>The cookbooks whose shared code this assembly refers to.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>
    /// Whether this assembly, or one that it refers to, has static fields. Each evaluation then loads its own one.
    /// </summary>
    public bool HasState { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Cookbook);
        writer.Write(HasState);
        Write(writer, Assembly);
        Write(writer, Symbols);
        foreach (var texts in new[] { Files, Namespaces, Packages, Uses, Warnings })
        {
            Write(writer, texts);
        }

        Write(writer, [.. Words.SelectMany(word => new[] { word.Name, word.Type, word.Place, word.Declaration })]);
        writer.Flush();
        return stream.ToArray();
    }

    public static SharedCode FromBytes(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var (cookbook, hasState) = (reader.ReadString(), reader.ReadBoolean());
        return new SharedCode(cookbook, Bytes(reader), Bytes(reader))
        {
            HasState = hasState,
            Files = Texts(reader),
            Namespaces = Texts(reader),
            Packages = Texts(reader),
            Uses = Texts(reader),
            Warnings = Texts(reader),
            Words = [.. Texts(reader).Chunk(4).Select(each => new SharedWord(each[0], each[1], each[2], each[3]))],
        };
    }

    private static void Write(BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write(texts.Count);
        foreach (var text in texts)
        {
            writer.Write(text);
        }
    }

    private static byte[] Bytes(BinaryReader reader) => reader.ReadBytes(reader.ReadInt32());

    private static string[] Texts(BinaryReader reader)
    {
        var texts = new string[reader.ReadInt32()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = reader.ReadString();
        }

        return texts;
    }
}
