using CSharpChef.Recipes.Steps;

namespace CSharpChef.Tests.Recipes.Steps;

public sealed class FileContentTests
{
    [Fact]
    public void Content_made_of_text_is_UTF8_without_a_byte_order_mark()
    {
        var content = FileContent.FromText("ä\n");

        Assert.Equal([0xC3, 0xA4, 0x0A], Bytes(content));
        Assert.Equal((3, "ä\n"), (content.Length, content.Text));
    }

    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void The_checksum_is_the_SHA256_of_the_bytes(string text, string sum)
    {
        Assert.Equal(sum, FileContent.FromText(text).Sha256);
        Assert.Equal(sum, FileContent.FromBytes(System.Text.Encoding.UTF8.GetBytes(text)).Sha256);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE })]
    [InlineData(new byte[] { 0x61, 0x00 })]
    [InlineData(new byte[] { 0xC3 })]
    public void Binary_content_has_no_text(byte[] bytes)
    {
        var content = FileContent.FromBytes(bytes);

        Assert.Null(content.Text);
        Assert.Equal(bytes, Bytes(content));
    }

    [Fact]
    public void Content_made_of_UTF8_bytes_has_text() =>
        Assert.Equal("a€", FileContent.FromBytes([0x61, 0xE2, 0x82, 0xAC]).Text);

    [Fact]
    public void Content_with_a_NUL_byte_is_binary() => Assert.Null(FileContent.FromText("a\0b").Text);

    [Fact]
    public void Content_from_a_file_is_read_when_it_is_opened()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "abc");
        var content = FileContent.FromFile(path);

        Assert.Null(content.Text);
        Assert.Equal(3, content.Length);
        Assert.Equal(FileContent.FromText("abc").Sha256, content.Sha256);
        File.Delete(path);
        Assert.Throws<FileNotFoundException>(content.OpenRead);
    }

    private static byte[] Bytes(FileContent content)
    {
        using var stream = content.OpenRead();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
