using System.Formats.Tar;
using System.IO.Compression;
using CSharpChef.Dependencies.Git;

namespace CSharpChef.Stacks.Cookbooks.Archives;

/// <summary>Unpacks zip and tar archives, the latter with gzip too: told by their content, not by a name.</summary>
internal static class ArchiveReader
{
    /// <summary>Unpacks an archive. A folder at the top that has everything is left out.</summary>
    /// <returns>The name of the folder that was left out; null when there is none.</returns>
    /// <exception cref="ChefException">
    /// It is not an archive, exceeds a limit, or has what cookbooks cannot have.
    /// </exception>
    public static string? Unpack(string file, string to, TreeLimits limits, CancellationToken ct)
    {
        var unpacked = Path.Combine(Path.GetDirectoryName(to)!, "unpacked");
        Directory.CreateDirectory(unpacked);
        try
        {
            Read(file, new ArchiveWriter(unpacked, limits, ct));
        }
        catch (Exception e)
            when (e is InvalidDataException or EndOfStreamException or FormatException or NotSupportedException)
        {
            throw new CookbookSourceException($"the archive is damaged: {e.Message}", e);
        }

        var top = Directory.EnumerateFileSystemEntries(unpacked).ToList() is [var only]
            && Directory.Exists(only) && !IsCookbookFolder(only) ? only : null;
        Directory.Delete(to);
        Directory.Move(top ?? unpacked, to);
        Converge.Disk.Leftovers.DeleteFolder(unpacked);
        return top is null ? null : Path.GetFileName(top);
    }

    // cookbooks/web and cookbooks/db lie one below the other with and without that folder.
    private static bool IsCookbookFolder(string folder) => Path.GetFileName(folder) == "cookbooks";

    private static void Read(string file, ArchiveWriter writer)
    {
        using var content = File.OpenRead(file);
        var head = new byte[512];
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        if (head is [0x1F, 0x8B, ..])
        {
            using var gzip = new GZipStream(content, CompressionMode.Decompress);
            ReadTar(gzip, writer);
        }
        else if (head is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..])
        {
            ReadZip(content, writer);
        }
        else if (length == head.Length && head.AsSpan(257, 5).SequenceEqual("ustar"u8))
        {
            ReadTar(content, writer);
        }
        else
        {
            throw new CookbookSourceException("it is not an archive: zip, tar and tar.gz can be unpacked");
        }
    }

    private static void ReadTar(Stream content, ArchiveWriter writer)
    {
        using var tar = new TarReader(content);
        while (tar.GetNextEntry() is { } entry)
        {
            switch (entry.EntryType)
            {
                case TarEntryType.Directory:
                    writer.AddFolder(entry.Name);
                    break;
                case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                    writer.AddFile(entry.Name, entry.DataStream ?? Stream.Null);
                    break;
                case TarEntryType.GlobalExtendedAttributes:
                    break;
                default:
                    throw ArchiveWriter.Refused(entry.Name, $"is a {entry.EntryType}, which cookbooks cannot have: put a file there");
            }
        }
    }

    private static void ReadZip(Stream content, ArchiveWriter writer)
    {
        const int KindBits = 0xF000;
        const int Regular = 0x8000;
        using var zip = new ZipArchive(content, ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            var kind = (entry.ExternalAttributes >> 16) & KindBits;
            if (entry.FullName.EndsWith('/'))
            {
                writer.AddFolder(entry.FullName);
            }
            else if (kind is not (0 or Regular))
            {
                throw ArchiveWriter.Refused(entry.FullName, "is a link or a device, which cookbooks cannot have: put a file there");
            }
            else
            {
                using var data = entry.Open();
                writer.AddFile(entry.FullName, data);
            }
        }
    }
}
