using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local;
using CSharpChef.Stacks.Providers.Local.Images;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Stacks.Providers;

public sealed class ImageFolderTests : IDisposable
{
    private static readonly DateTimeOffset Built = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = new(TemporaryFolder.Create("images-"));

    private LocalOptions Options => new() { Folder = folder.FullName };

    private ImageFolder Images => new(Options);

    [Fact]
    public void An_image_is_read_as_it_was_saved()
    {
        var saved = Save("bookworm-1");

        var image = Assert.Single(Images.All());

        Assert.Equal(
            (saved.Suite, saved.Mirror, "jq", Built, "bookworm-1"),
            (image.Suite, image.Mirror, Assert.Single(image.Packages), image.BuiltAt, image.Name));
        Assert.Equal(Path.Combine(folder.FullName, "images", "bookworm-1", "root"), image.Root);
    }

    [Fact]
    public void The_newest_image_of_a_suite_is_used_and_the_next_one_gets_a_new_number()
    {
        Save("bookworm-2");
        Save("bookworm-10");
        Save("trixie-11");

        Assert.Equal("bookworm-10", Images.Require("bookworm").Name);
        Assert.Equal("bookworm-11", Path.GetFileName(Images.NextFolder("bookworm")));
        Assert.Equal("bullseye-1", Path.GetFileName(Images.NextFolder("bullseye")));
    }

    [Fact]
    public void What_is_built_or_removed_in_part_is_not_an_image_and_keeps_its_number()
    {
        Save("bookworm-1.new");
        Directory.CreateDirectory(Path.Combine(Images.Path, "bookworm-3"));

        Assert.Empty(Images.All());
        Assert.Equal(["bookworm-1.new", "bookworm-3"], Images.Partial().Select(path => Path.GetFileName(path)));
        Assert.Equal("bookworm-4", Path.GetFileName(Images.NextFolder("bookworm")));
    }

    [Fact]
    public void The_error_for_a_missing_image_has_the_command_that_builds_it()
    {
        var error = Assert.Throws<ProviderException>(() => Images.Require("trixie"));

        Assert.Equal(
            $"There is no base image of trixie in {Images.Path}. "
                + $"Build one: csharpchef provider local build --suite trixie --folder {folder.FullName}.",
            error.Message);
    }

    [Fact]
    public void The_error_for_an_unreadable_image_names_its_file()
    {
        var image = Save("bookworm-1");
        File.WriteAllText(Path.Combine(image.Folder, "image.json"), "{");

        var error = Assert.Throws<ProviderException>(() => Images.All());

        Assert.StartsWith($"Cannot read {image.Folder}/image.json: ", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private MachineImage Save(string name)
    {
        var image = new MachineImage(ImageFolder.SuiteOf(name), "http://mirror.example.com/debian", ["jq"], Built)
        {
            Folder = Path.Combine(Images.Path, name),
        };
        Directory.CreateDirectory(image.Folder);
        image.Save();
        return image;
    }
}
