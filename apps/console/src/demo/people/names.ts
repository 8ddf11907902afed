/** Forenames and surnames that are put together by chance: whoever bears the result in real life is not meant. */
export const FORENAMES = {
  F: 'Ada Adaeze Aisha Alba Amara Anya Ayesha Bea Bethan Blessing Bronwen Carys Cerys Chiara Clara Daria Delphine Dorota Edie Efua Eilidh Elif Eluned Esme Farah Fatima Fern Fiadh Freya Gaia Grace Habiba Hanna Hazel Heidi Ifeoma Imani Ines Iona Isla Ivy Jasmin Jia Juno Kadija Kaia Kinga Laleh Leila Lila Livia Lottie Luna Maeve Mahnoor Maisie Mali Marisol Maren Maya Mei Mina Nadia Naomi Nell Nia Noor Odette Olena Orla Pearl Petra Pippa Posy Priya Rosa Rowena Ruby Safiya Saoirse Selma Seren Shanelle Signe Soraya Tabitha Tansy Thea Tilly Uma Vera Wren Xanthe Yara Yusra Zainab Zofia Zuri',
  M: 'Aarav Abel Adil Alfie Amir Anton Arlo Asher Bilal Bodhi Bram Bruno Caleb Callum Casimir Cian Dara Darius Dev Dexter Dylan Eben Efan Eli Emeka Emil Ezra Felix Finlay Gethin Gus Hamish Hamza Haris Hassan Hugo Idris Ikenna Imran Ioan Isaac Ivo Jago Jakub Jamal Jonah Joss Kacper Kai Kieran Kofi Kwame Leon Levi Lowen Luca Lucian Macsen Malik Marek Mateo Milan Moses Musa Nathan Nikhil Noah Obi Oisin Olek Omar Oskar Otis Owen Pavel Rafi Ravi Reuben Rhys Roan Rory Rufus Samir Sami Silas Stellan Tariq Teo Theo Tobi Tomasz Tudor Usman Viktor Wilf Xavi Yaw Yusuf Zac Zeki',
} as const;

export const SURNAMES =
  'Abara-Lund Adeoti Ainscough Alderwick Amoakon Anstey Appiahene Ardern Askwith Attenbrow Baines-Cole Balogunde Bannerfield Barrowclough Bartosik Begumzad Bellwether Benbow Bhattal Bielsko Blackmere Blythewood Boatswain Bracegirdle Brambley Brankovan Brightwater Broadhurst Bukhari-Hill Calderbank Carnforth Castellan Chaudhuri-Lee Chetwynd Chukwudi Clitheroe Coldstream Copplestone Coverdale Cragside Crowhurst Cwmdare Czarnota Dalrymple Danquah-West Darkwood Dellamere Dhaliwer Dunmore Eastlake Edgeworth Ekwueme Elderflower Emberton Enderby Esparza Fairbrass Faulkbourne Fenwick Ferncastle Finchley-Roe Flintham Forsbrook Galsworthy Garrowby Gbadebo-Ross Ghaznavi Gillespye Glasswell Goldsworthy Gormanston Greatorex Gundersen Haldane Halvorsen Hammerton Harcastle Hartlebury Hathersage Hawkshead Haythorn Hemmings-Roy Hinchliffe Hollowdale Holt Hosseinpur Hussain-Frost Illingworth Imeson Inchbald Iyengar Jankowiak Jarrold Jellicoe Jessamy Joliffe Kadzinski Kamarah Kenworthy Kettleby Khandaker Kinsella Kowalczyn Laithwaite Lanyon Larkspur Leatherby Lindsell Linthwaite Llewarne Lockwood-Ali Lumley Mahmoudi Maltravers Mandeville Marchetti Marsh Marwood Mbekwe Meadowcroft Merrick Mistry-Jones Montclare Moorcroft Mossop Mullarkey Mwangani Netherwood Ngatia Nightingall Nordqvist Norrington Nwachuku Oakenshaw Oduya Okonjo-Bell Oldershaw Olayinka Ormerod Osbaldeston Ottershaw Oyelaran Pannikar Parminter Patterdale Pell Penhaligan Pennistone Petrenkov Pickersgill Prendergast Quaye-Smith Quillfeather Quinlivan Radcliffe-Amin Rahimov Ravenscar Redfern Rivington Rosenthal-Okoro Rowntree Ruddock Saleem-Hart Sandiford Satterthwaite Savarin Scarisbrick Seabrook Shackleford Sikorsky Silverdale Singhal Skelmersdale Snowdrop Somervell Stanhope Stokesley Strand Suleymane Sutcliffe Swinburne Szymkowski Tamarin Tattersall Thackley Thistlewood Thorsby Tillotson Torrington Trevanion Tunnicliffe Ubani Underhill Usherwood Vale Valderrama Venkatesh Verity Wadsworth-Oni Wakelin Wansbeck Warrender Waterhouse Weatherill Wetherell Whinfell Winterbourne Wolstenholme Woodruffe Wrigglesworth Yardley Yates-Moyo Yildizcan Zabarov Zimmerling Zulfiqari'.split(
    ' ',
  );

/** Forenames of grown-ups. */
export const PARENT_FORENAMES = {
  F: 'Agnieszka Alison Amina Beatriz Carol Chantelle Claire Danuta Deborah Elena Ewa Farida Gemma Hannah Helen Ifeyinwa Jade Joanne Katrin Kelly Laura Leanne Lucy Magda Maryam Michelle Nasreen Natalie Ngozi Olga Rachel Rebecca Sadia Sarah Sinead Stacey Sunita Tanya Yewande Zehra'.split(
    ' ',
  ),
  M: 'Adam Ahmed Andrei Ben Chidi Craig Daniel Darren David Emeka Farhan Gareth Ian Ibrahim James Jarek Jason Kamil Kevin Lee Liam Luis Mark Martin Michael Neil Olu Patrick Paul Pawel Ravi Robert Ryan Sanjay Simon Steven Tariq Thomas Tunde Wayne'.split(
    ' ',
  ),
} as const;

export const STREETS =
  'Alder Close, Barley Rise, Bracken Way, Chapel Row, Copper Beech Drive, Dyers Lane, Elm Grove, Ferry Street, Garth Terrace, Harbour View, Heather Bank, Ivy Court, Kiln Road, Larch Row, Lime Avenue, Meadow Lea, Nettle Hill, Orchard Street, Paddock Lane, Quarry Road, Raven Street, Sallow Walk, Station Parade, Tanner Street, Viaduct Road, Weavers Yard, Willow Crescent, Wren Close'.split(
    ', ',
  );

export const LANGUAGES =
  'Polish, Urdu, Romanian, Arabic, Bengali, Somali, Ukrainian, Portuguese, Kurdish, British Sign Language'.split(
    ', ',
  );
