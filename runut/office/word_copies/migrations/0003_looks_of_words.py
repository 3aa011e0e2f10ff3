from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('word_copies', '0002_pictures_and_comments'),
    ]

    operations = [
        migrations.AddField(
            model_name='suggestion',
            name='rupa',
            field=models.TextField(blank=True, default=''),
            preserve_default=False,
        ),
    ]
